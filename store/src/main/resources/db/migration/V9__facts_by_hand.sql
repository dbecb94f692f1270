-- What persons entered, corrected and withdrew: one row for each, which has an import run of its own in the feed by-hand. A version of a fact
-- that was entered by hand stands under the record of its feed; a record that no feed told has the feed by-hand.
CREATE TABLE hand_entry (
  run_id        BIGINT        NOT NULL,
  act           VARCHAR(16)   NOT NULL COMMENT 'ENTERED, CORRECTED or WITHDRAWN',
  entered_by    VARCHAR(64)   NOT NULL COMMENT 'account of the person',
  recorded_at   DATETIME(6)   NOT NULL COMMENT 'UTC; that of the run',
  reason        VARCHAR(2000) NOT NULL,
  paper         VARCHAR(250)  NOT NULL COMMENT 'number or title of the document that it rests on',
  business_key  BIGINT        NOT NULL COMMENT 'of the version that it brought, or withdrew; so the next',
  fact_id       BIGINT        NOT NULL,
  feed          VARCHAR(64)   NOT NULL COMMENT 'that knows the record; so the next two',
  kind          VARCHAR(32)   NOT NULL,
  record_key    VARCHAR(190)  NOT NULL,
  told_business BIGINT        NULL COMMENT 'of the last version that the feed itself told; so the next; NULL where no feed told the record',
  told_fact     BIGINT        NULL,
  PRIMARY KEY (run_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE INDEX hand_entry_fact ON hand_entry (business_key, fact_id);

CREATE INDEX hand_entry_record ON hand_entry (feed, record_key);
