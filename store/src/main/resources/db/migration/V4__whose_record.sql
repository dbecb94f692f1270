-- Records that name their business by name: what the resolver says of each, before the run is visible.
CREATE TABLE staged_name (
  run_id       BIGINT        NOT NULL,
  line         BIGINT        NOT NULL COMMENT 'line of the record''s first row',
  source_rows  INT           NOT NULL,
  asked        CHAR(64)      NOT NULL COMMENT 'SHA-256 of folded name, folded address and division: the question',
  name         VARCHAR(255)  NOT NULL,
  address      VARCHAR(1000) NULL,
  division     VARCHAR(16)   NULL,
  outcome      VARCHAR(16)   NOT NULL COMMENT 'MATCH, NEW, REVIEW, NONE; of a question that a person answered BUSINESS, NEW or OUT',
  scheme       VARCHAR(32)   NULL COMMENT 'of the business, with MATCH, NEW and BUSINESS; so the next',
  identity     VARCHAR(64)   NULL,
  new_scheme   VARCHAR(32)   NOT NULL COMMENT 'what the business would be known by if it became a new one; so the next',
  new_identity VARCHAR(64)   NOT NULL,
  doubt        VARCHAR(32)   NULL COMMENT 'why a person decides, with REVIEW',
  candidates   MEDIUMTEXT    NULL COMMENT 'with REVIEW: those that it may be, each with its score part by part',
  question_id  BIGINT        NULL,
  kept         BOOLEAN       NOT NULL DEFAULT FALSE COMMENT 'the same record of the same file is kept already, from an earlier import',
  PRIMARY KEY (run_id, line)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE INDEX staged_name_asked ON staged_name (run_id, asked);

-- Whose record is it? One question for each name, address and division that a feed asked and the resolver left to a person.
CREATE TABLE name_question (
  question_id  BIGINT        NOT NULL AUTO_INCREMENT,
  feed         VARCHAR(64)   NOT NULL,
  asked        CHAR(64)      NOT NULL,
  name         VARCHAR(255)  NOT NULL,
  address      VARCHAR(1000) NULL,
  division     VARCHAR(16)   NULL,
  new_scheme   VARCHAR(32)   NOT NULL,
  new_identity VARCHAR(64)   NOT NULL,
  doubt        VARCHAR(32)   NOT NULL,
  candidates   MEDIUMTEXT    NOT NULL,
  asked_at     DATETIME(6)   NOT NULL COMMENT 'UTC; when it was first asked',
  answer       VARCHAR(16)   NULL COMMENT 'NULL: open. BUSINESS: that one; NEW: one of its own; OUT: nobody, left out',
  scheme       VARCHAR(32)   NULL COMMENT 'of the business, with BUSINESS and NEW; so the next',
  identity     VARCHAR(64)   NULL,
  PRIMARY KEY (question_id),
  CONSTRAINT name_question_asked UNIQUE (feed, asked)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Every answer that a person gave, also those that were undone. At most one of a question is not.
CREATE TABLE name_decision (
  decision_id  BIGINT        NOT NULL AUTO_INCREMENT,
  question_id  BIGINT        NOT NULL,
  answer       VARCHAR(16)   NOT NULL,
  scheme       VARCHAR(32)   NULL,
  identity     VARCHAR(64)   NULL,
  decided_by   VARCHAR(64)   NOT NULL,
  decided_at   DATETIME(6)   NOT NULL,
  reason       VARCHAR(2000) NOT NULL,
  undone_by    VARCHAR(64)   NULL,
  undone_at    DATETIME(6)   NULL,
  undone_reason VARCHAR(2000) NULL,
  PRIMARY KEY (decision_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE INDEX name_decision_question ON name_decision (question_id);

-- The records of a question, as they were staged: kept for good, so that an answer can be given, undone and given anew.
CREATE TABLE held_fact (
  run_id        BIGINT       NOT NULL COMMENT 'the import that read it',
  fact_no       BIGINT       NOT NULL,
  question_id   BIGINT       NOT NULL,
  source_rows   INT          NOT NULL,
  kind          VARCHAR(32)  NOT NULL,
  licence       VARCHAR(64)  NULL,
  name          VARCHAR(255) NULL,
  name_key      VARCHAR(255) NULL,
  address       VARCHAR(1000) NULL,
  address_key   VARCHAR(1000) NULL,
  division      VARCHAR(16)  NULL,
  sector        VARCHAR(16)  NULL,
  subject_class VARCHAR(64)  NULL,
  record_key    VARCHAR(190) NOT NULL,
  occurred_on   DATE         NULL,
  content       MEDIUMTEXT   NOT NULL,
  history       BOOLEAN      NOT NULL COMMENT 'whether its feed tells what was known on the day when it happened',
  taken_run     BIGINT       NULL COMMENT 'the run by which the standing answer took it in',
  PRIMARY KEY (run_id, fact_no)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE INDEX held_fact_question ON held_fact (question_id, fact_no);

-- A run that carries out a person's answer, or undoes it, has the file of the import that read the records, and its question.
ALTER TABLE import_run ADD COLUMN question_id BIGINT NULL COMMENT 'NULL for a file that was taken in';
