-- Versions of grading models on their way into force. From its approval on the text of a version never changes.
CREATE TABLE model_version (
  version_id      INT           NOT NULL AUTO_INCREMENT,
  model           VARCHAR(64)   NOT NULL,
  version         VARCHAR(32)   NOT NULL COMMENT 'as its text names it',
  state           VARCHAR(16)   NOT NULL COMMENT 'DRAFT, CHECKED, SIMULATED, APPROVED, RETIRED, DROPPED',
  revision        INT           NOT NULL COMMENT 'counts the moves; who moves names the one that was seen',
  editors         VARCHAR(2000) NOT NULL COMMENT 'accounts that wrote the text, with blanks between',
  text            MEDIUMTEXT    NOT NULL COMMENT 'the model''s own text',
  whole           MEDIUMTEXT    NULL COMMENT 'with all that it draws in, as it was checked',
  digest          CHAR(64)      NULL COMMENT 'SHA-256 of whole',
  simulation      MEDIUMTEXT    NULL COMMENT 'JSON: what the simulation found',
  created_by      VARCHAR(64)   NOT NULL,
  created_at      DATETIME(6)   NOT NULL,
  edited_at       DATETIME(6)   NOT NULL,
  decided_by      VARCHAR(64)   NULL COMMENT 'who approved, or dropped; so the next three',
  decided_at      DATETIME(6)   NULL,
  decided_on      DATE          NULL,
  decision_reason VARCHAR(2000) NULL,
  in_force_from   DATE          NULL,
  retired_by      VARCHAR(64)   NULL,
  retired_at      DATETIME(6)   NULL,
  retired_on      DATE          NULL COMMENT 'day of that decision',
  retirement_reason VARCHAR(2000) NULL,
  last_day        DATE          NULL,
  trial_from      DATE          NULL COMMENT 'first day on which it rates beside the version in force, for nobody outside the authority',
  trial_until     DATE          NULL COMMENT 'last such day',
  PRIMARY KEY (version_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE INDEX model_version_model ON model_version (model, in_force_from);

-- What persons decided, one after the other: each entry carries the digest of the one before, so that none can be changed or left out.
CREATE TABLE audit_entry (
  entry_no BIGINT        NOT NULL COMMENT 'from 1, without gaps',
  at       DATETIME(6)   NOT NULL COMMENT 'UTC',
  actor    VARCHAR(64)   NOT NULL COMMENT 'account',
  act      VARCHAR(48)   NOT NULL COMMENT 'such as model-approved',
  subject  VARCHAR(190)  NOT NULL COMMENT 'what it was done to, such as model-version:12',
  detail   MEDIUMTEXT    NOT NULL COMMENT 'JSON object, names sorted, no blanks',
  previous CHAR(64)      NOT NULL COMMENT 'digest of the entry before; zeros for the first',
  digest   CHAR(64)      NOT NULL COMMENT 'SHA-256 of all the other columns',
  PRIMARY KEY (entry_no)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE INDEX audit_subject ON audit_entry (subject);

CREATE TABLE audit_head (
  only_row TINYINT  NOT NULL,
  entry_no BIGINT   NOT NULL,
  digest   CHAR(64) NOT NULL,
  PRIMARY KEY (only_row)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

INSERT INTO audit_head (only_row, entry_no, digest) VALUES (1, 0, REPEAT('0', 64));

-- The model in whose place another version of it rates on trial; its ratings are kept under a name of their own.
ALTER TABLE grading_model ADD COLUMN trial_of VARCHAR(64) NULL;

-- A grade that a person set whatever the model says, and its last day; NULL where the model's own rules made the grade.
ALTER TABLE rating ADD COLUMN grade_set_until DATE NULL;

ALTER TABLE staged_rating ADD COLUMN grade_set_until DATE NULL;

-- The brake: a run that would change too many grades is held, staged as it is, until a person releases it.
ALTER TABLE rating_run
  ADD COLUMN brake_share DECIMAL(6, 4) NULL COMMENT 'the greatest share of grades that may change at once; NULL without a brake',
  ADD COLUMN brake_at_least INT NULL COMMENT 'so many changes pass whatever share they are',
  ADD COLUMN compared BIGINT NULL COMMENT 'subjects that had a standing before',
  ADD COLUMN turned BIGINT NULL COMMENT 'of those, how many would have another grade or state',
  ADD COLUMN released_by VARCHAR(64) NULL,
  ADD COLUMN release_reason VARCHAR(2000) NULL;
