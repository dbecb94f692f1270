-- What the final transaction needs of a staged number stands beside it: it need not look into the wide rows of staged_fact for it.
ALTER TABLE staged_person
  ADD COLUMN token_seen BOOLEAN      NOT NULL DEFAULT FALSE COMMENT 'false: most likely the first of its number in the file',
  ADD COLUMN kind       VARCHAR(32)  NOT NULL DEFAULT '' COMMENT 'as in staged_fact, as is the next',
  ADD COLUMN record_key VARCHAR(190) NOT NULL DEFAULT '';

-- An import that was interrupted goes on with what it staged.
UPDATE staged_person SET
  kind = COALESCE((SELECT s.kind FROM staged_fact s WHERE s.run_id = staged_person.run_id AND s.fact_no = staged_person.fact_no), ''),
  record_key = COALESCE((SELECT s.record_key FROM staged_fact s WHERE s.run_id = staged_person.run_id AND s.fact_no = staged_person.fact_no), '');
