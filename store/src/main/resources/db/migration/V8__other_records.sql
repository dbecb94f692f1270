-- A staged fact may name a record of another feed, from which it has its business or its day.
ALTER TABLE staged_fact
  ADD COLUMN other_feed VARCHAR(64)  NULL COMMENT 'the feed of the record that this one belongs to; NULL where it names none, as in the next two',
  ADD COLUMN other_kind VARCHAR(32)  NULL,
  ADD COLUMN other_key  VARCHAR(190) NULL;
