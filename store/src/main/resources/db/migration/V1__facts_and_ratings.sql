-- The common subset of MySQL 8.4 and MariaDB 10.11. Every text compares byte by byte (utf8mb4_bin): an identity or a name is never
-- equal to another because a collation says so; whoever wants folding stores a folded key.

CREATE TABLE business (
  business_key BIGINT       NOT NULL AUTO_INCREMENT,
  scheme       VARCHAR(32)  NOT NULL COMMENT 'scheme of the principal identity',
  identity     VARCHAR(64)  NOT NULL COMMENT 'principal identity',
  name         VARCHAR(255) NULL COMMENT 'from the newest description, as are the next six',
  name_key     VARCHAR(255) NULL,
  address      VARCHAR(1000) NULL,
  address_key  VARCHAR(1000) NULL,
  division     VARCHAR(16)  NULL,
  sector       VARCHAR(16)  NULL,
  subject_class VARCHAR(64) NULL,
  recorded_at  DATETIME(6)  NOT NULL COMMENT 'UTC; when the business was first recorded',
  changed_at   DATETIME(6)  NOT NULL COMMENT 'UTC; when a fact of it was last recorded, superseded or retracted',
  PRIMARY KEY (business_key)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE INDEX business_name_key ON business (name_key);

CREATE INDEX business_changed_at ON business (changed_at);

CREATE TABLE identity (
  scheme       VARCHAR(32) NOT NULL,
  identity     VARCHAR(64) NOT NULL,
  business_key BIGINT      NOT NULL,
  PRIMARY KEY (scheme, identity)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE INDEX identity_business ON identity (business_key);

CREATE TABLE import_run (
  run_id      BIGINT       NOT NULL AUTO_INCREMENT,
  feed        VARCHAR(64)  NOT NULL,
  file        VARCHAR(255) NOT NULL COMMENT 'the name as given, without its folder',
  sha256      CHAR(64)     NOT NULL,
  as_at       DATE         NULL COMMENT 'the day whose state the file tells',
  state       VARCHAR(16)  NOT NULL COMMENT 'STAGING, PUBLISHED, FAILED, WAITING',
  rows_read   BIGINT       NOT NULL DEFAULT 0,
  taken       BIGINT       NOT NULL DEFAULT 0,
  unchanged   BIGINT       NOT NULL DEFAULT 0,
  superseded  BIGINT       NOT NULL DEFAULT 0,
  retracted   BIGINT       NOT NULL DEFAULT 0,
  refused     BIGINT       NOT NULL DEFAULT 0,
  started_at  DATETIME(6)  NOT NULL,
  recorded_at DATETIME(6)  NULL COMMENT 'UTC; assigned in the final transaction, strictly increasing',
  message     VARCHAR(1000) NULL COMMENT 'why it failed or waits',
  PRIMARY KEY (run_id),
  CONSTRAINT import_run_recorded_at UNIQUE (recorded_at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE INDEX import_run_file ON import_run (feed, sha256);

-- A version of a record. Nothing in it is ever changed but superseded_at and superseded_as, which close the version, and confirmed_as_at.
CREATE TABLE fact (
  business_key  BIGINT       NOT NULL,
  fact_id       BIGINT       NOT NULL COMMENT 'run_id * 2^32 + line * 16 + place of the fact in the record',
  kind          VARCHAR(32)  NOT NULL,
  licence       VARCHAR(64)  NULL,
  occurred_on   DATE         NOT NULL,
  known_on      DATE         NOT NULL,
  recorded_at   DATETIME(6)  NOT NULL,
  superseded_at DATETIME(6)  NULL,
  superseded_as VARCHAR(16)  NULL COMMENT 'CORRECTED by a newer version, RETRACTED by a full state, OLDER than a version already here',
  as_at         DATE         NOT NULL COMMENT 'as-at day of the file',
  confirmed_as_at DATE       NULL COMMENT 'newest as-at day of a later file that said the same',
  feed          VARCHAR(64)  NOT NULL,
  record_key    VARCHAR(190) NOT NULL COMMENT 'the record''s own key within feed and kind',
  run_id        BIGINT       NOT NULL,
  line          BIGINT       NOT NULL COMMENT 'first line of the source row, from 1, header counted',
  content       MEDIUMTEXT   NOT NULL COMMENT 'the fields: JSON object, names sorted, no blanks, exact decimals',
  PRIMARY KEY (business_key, fact_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE INDEX fact_record ON fact (record_key);

-- Read from a file and mapped, not yet visible. Whether an identity or a key was seen before in the file is told by a filter of fixed
-- size, which never misses a repetition and is seldom wrong the other way; the final transaction looks again at those.
CREATE TABLE staged_fact (
  run_id        BIGINT       NOT NULL,
  fact_no       BIGINT       NOT NULL COMMENT 'line of the record''s first row * 16 + place of the fact in the record',
  source_rows   INT          NOT NULL COMMENT 'source rows that make up the record',
  kind          VARCHAR(32)  NOT NULL,
  creates       BOOLEAN      NOT NULL COMMENT 'adds its business if that is not known',
  identity_seen BOOLEAN      NOT NULL COMMENT 'false: certainly the first of its business in the file',
  key_seen      BOOLEAN      NOT NULL COMMENT 'false: certainly the first with its record key in the file',
  scheme        VARCHAR(32)  NULL COMMENT 'identity of the business; NULL where it is found by name and address',
  identity      VARCHAR(64)  NULL,
  alias_scheme  VARCHAR(32)  NULL COMMENT 'another identity of the business',
  alias         VARCHAR(64)  NULL,
  licence       VARCHAR(64)  NULL,
  name          VARCHAR(255) NULL COMMENT 'of a business description, or that by which the business is found; so the next three',
  name_key      VARCHAR(255) NULL,
  address       VARCHAR(1000) NULL,
  address_key   VARCHAR(1000) NULL,
  division      VARCHAR(16)  NULL COMMENT 'of a business description, as are the next two',
  sector        VARCHAR(16)  NULL,
  subject_class VARCHAR(64)  NULL,
  record_key    VARCHAR(190) NOT NULL,
  occurred_on   DATE         NULL COMMENT 'NULL: the file''s as-at day',
  content       MEDIUMTEXT   NOT NULL,
  PRIMARY KEY (run_id, fact_no)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The record keys of a run that may stand more than once in its file.
CREATE TABLE staged_key (
  run_id     BIGINT       NOT NULL,
  kind       VARCHAR(32)  NOT NULL,
  record_key VARCHAR(190) NOT NULL,
  PRIMARY KEY (run_id, kind, record_key)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What becomes of those staged facts that are not simply new.
CREATE TABLE staged_outcome (
  run_id       BIGINT      NOT NULL,
  fact_no      BIGINT      NOT NULL,
  outcome      VARCHAR(16) NOT NULL COMMENT 'REPEATED or REPLACED within the file; UNCHANGED, OLDER or SUPERSEDES against the present version',
  business_key BIGINT      NULL COMMENT 'of the present version, as is the next',
  fact_id      BIGINT      NULL,
  PRIMARY KEY (run_id, fact_no)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE quarantine (
  run_id      BIGINT        NOT NULL,
  entry_no    BIGINT        NOT NULL COMMENT 'line * 1024 + sequence within the row',
  line        BIGINT        NOT NULL,
  column_name VARCHAR(255)  NULL COMMENT 'NULL where the whole row is at fault',
  value       TEXT          NULL,
  reason      VARCHAR(48)   NOT NULL COMMENT 'one of the closed list of reasons',
  message     VARCHAR(1000) NOT NULL,
  PRIMARY KEY (run_id, entry_no)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE grading_model (
  model_key  INT          NOT NULL AUTO_INCREMENT,
  model      VARCHAR(64)  NOT NULL,
  version    VARCHAR(32)  NOT NULL,
  digest     CHAR(64)     NOT NULL COMMENT 'SHA-256 of the model file and all that it draws in',
  scope      VARCHAR(16)  NOT NULL COMMENT 'business or licence',
  visibility VARCHAR(16)  NOT NULL COMMENT 'public, partners or internal',
  title_zh   VARCHAR(255) NOT NULL,
  title_en   VARCHAR(255) NOT NULL,
  content    MEDIUMTEXT   NOT NULL COMMENT 'the file, so that a rating can be repeated years later',
  loaded_at  DATETIME(6)  NOT NULL,
  PRIMARY KEY (model_key),
  CONSTRAINT grading_model_version UNIQUE (model, version, digest)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE rating_run (
  rating_run_id BIGINT      NOT NULL AUTO_INCREMENT,
  model_key     INT         NOT NULL,
  as_of         DATE        NOT NULL,
  known_at      DATETIME(6) NOT NULL,
  engine_version VARCHAR(32) NOT NULL,
  builds_on     BIGINT      NULL COMMENT 'the earlier run whose ratings an incremental one keeps where nothing changed',
  state         VARCHAR(16) NOT NULL COMMENT 'STAGING, PUBLISHED, FAILED',
  rated         BIGINT      NOT NULL DEFAULT 0 COMMENT 'subjects looked at',
  changed       BIGINT      NOT NULL DEFAULT 0 COMMENT 'ratings written because their content changed',
  started_at    DATETIME(6) NOT NULL,
  published_at  DATETIME(6) NULL,
  PRIMARY KEY (rating_run_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE INDEX rating_run_model ON rating_run (model_key, as_of);

CREATE TABLE staged_rating (
  rating_run_id        BIGINT         NOT NULL,
  business_key         BIGINT         NOT NULL,
  subject_scheme       VARCHAR(32)    NOT NULL,
  subject              VARCHAR(64)    NOT NULL,
  sector               VARCHAR(16)    NOT NULL,
  division             VARCHAR(16)    NULL,
  state                VARCHAR(16)    NOT NULL,
  score                DECIMAL(16, 4) NULL,
  computed_grade       VARCHAR(16)    NULL,
  grade                VARCHAR(16)    NULL,
  effective_from       DATE           NOT NULL,
  inspections_per_year DECIMAL(10, 4) NULL,
  next_inspection_due  DATE           NULL,
  valid_until          DATE           NULL,
  digest               CHAR(64)       NOT NULL,
  PRIMARY KEY (rating_run_id, business_key, subject_scheme, subject)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- One row for each time that the content of a subject's rating changed; newest marks the one that stands.
CREATE TABLE rating (
  model                VARCHAR(64)    NOT NULL,
  business_key         BIGINT         NOT NULL,
  subject_scheme       VARCHAR(32)    NOT NULL,
  subject              VARCHAR(64)    NOT NULL,
  as_of                DATE           NOT NULL,
  known_at             DATETIME(6)    NOT NULL,
  newest               BOOLEAN        NOT NULL,
  model_key            INT            NOT NULL,
  engine_version       VARCHAR(32)    NOT NULL,
  sector               VARCHAR(16)    NOT NULL,
  division             VARCHAR(16)    NULL,
  state                VARCHAR(16)    NOT NULL,
  score                DECIMAL(16, 4) NULL,
  computed_grade       VARCHAR(16)    NULL,
  grade                VARCHAR(16)    NULL,
  effective_from       DATE           NOT NULL,
  inspections_per_year DECIMAL(10, 4) NULL,
  next_inspection_due  DATE           NULL,
  valid_until          DATE           NULL,
  digest               CHAR(64)       NOT NULL,
  rating_run_id        BIGINT         NOT NULL,
  PRIMARY KEY (model, business_key, subject_scheme, subject, as_of, known_at, rating_run_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE INDEX rating_newest ON rating (model, newest, division, sector, state, grade, business_key);
