-- A full state tells also what does not stand: every record of its feed that it lacks.

ALTER TABLE import_run ADD COLUMN full_state BOOLEAN DEFAULT FALSE NOT NULL COMMENT 'published, and what it lacks did not stand at its as-at day';

ALTER TABLE import_run ADD COLUMN absent BIGINT NULL COMMENT 'records that stood and that the file lacks, where they were not retracted: it waits, or a refused row may be theirs';

ALTER TABLE import_run ADD COLUMN standing BIGINT NULL COMMENT 'records of the feed that stood before, where absent is given';

ALTER TABLE import_run ADD COLUMN definition CHAR(64) NULL COMMENT 'digest of the feed definition, with all that it draws in';

-- Records of a full state whose rows were refused. They are not absent from it, now or when an older file comes late.
CREATE TABLE refused_record (
  run_id     BIGINT       NOT NULL,
  fact_no    BIGINT       NOT NULL COMMENT 'as in staged_fact',
  kind       VARCHAR(32)  NOT NULL,
  record_key VARCHAR(190) NOT NULL,
  PRIMARY KEY (run_id, fact_no)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE INDEX refused_record_key ON refused_record (run_id, kind, record_key);

-- The versions that a full state retracts.
CREATE TABLE staged_retraction (
  run_id       BIGINT      NOT NULL,
  business_key BIGINT      NOT NULL,
  fact_id      BIGINT      NOT NULL,
  kind         VARCHAR(32) NOT NULL,
  PRIMARY KEY (run_id, business_key, fact_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Businesses that lost the description that the table of businesses tells, each with the one that takes its place.
CREATE TABLE staged_description (
  run_id       BIGINT NOT NULL,
  business_key BIGINT NOT NULL,
  fact_id      BIGINT NOT NULL,
  PRIMARY KEY (run_id, business_key)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What stands of one feed is found by the same index as the versions of one record.
DROP INDEX fact_record ON fact;

CREATE INDEX fact_record ON fact (feed, record_key);
