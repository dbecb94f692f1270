-- A case for a list goes its way by steps; the row says where it stands, and each step stays as it was taken. Its states: PROPOSED, NOTICED, HEARING_ASKED,
-- HEARING_FIXED, HEARD, AWAITING_CONSENT, DECIDED, LISTED, REMOVED, EXPIRED, ANNULLED, DISMISSED.
ALTER TABLE listing_case
  ADD COLUMN list VARCHAR(64) NOT NULL DEFAULT 'serious-violation' COMMENT 'id of the list',
  ADD COLUMN visibility VARCHAR(16) NOT NULL DEFAULT 'public' COMMENT 'public, partners or internal, as the edition says',
  ADD COLUMN triggered_on DATE NULL COMMENT 'day of the fact that proposed it',
  ADD COLUMN evidence VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'numbers of the facts that it rests on, with blanks between',
  ADD COLUMN person VARCHAR(200) NULL COMMENT 'the person whom a ban concerns, as the authority named it',
  ADD COLUMN revision INT NOT NULL DEFAULT 0 COMMENT 'counts the steps; who takes one names the one that was seen',
  ADD COLUMN standing MEDIUMTEXT NULL COMMENT 'JSON: the state with all that it knows; NULL for cases from before there were steps',
  ADD COLUMN published_on DATE NULL,
  ADD COLUMN due_step VARCHAR(24) NULL COMMENT 'what is due next',
  ADD COLUMN due_on DATE NULL COMMENT 'by when';

UPDATE listing_case SET state = 'LISTED', published_on = listed_on WHERE state = 'CONFIRMED';

UPDATE listing_case SET triggered_on = (SELECT f.occurred_on FROM fact f WHERE f.business_key = listing_case.business_key AND f.fact_id = listing_case.fact_id);

CREATE INDEX listing_case_list ON listing_case (list, state, listed_on);

CREATE INDEX listing_case_due ON listing_case (due_on);

CREATE TABLE listing_step (
  case_id BIGINT        NOT NULL,
  step_no INT           NOT NULL COMMENT 'from 1',
  step    VARCHAR(24)   NOT NULL COMMENT 'such as notice',
  state   VARCHAR(16)   NOT NULL COMMENT 'where the case stood afterwards',
  on_day  DATE          NOT NULL,
  at      DATETIME(6)   NOT NULL COMMENT 'UTC',
  actor   VARCHAR(64)   NOT NULL COMMENT 'account, or assay for the nightly job',
  reason  VARCHAR(2000) NOT NULL,
  detail  MEDIUMTEXT    NOT NULL COMMENT 'JSON: what else belongs to the step, such as the weighing',
  PRIMARY KEY (case_id, step_no)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Papers of cases, applications and objections. What they are is found by their first bytes, never by their name alone.
CREATE TABLE paper (
  paper_id   BIGINT       NOT NULL AUTO_INCREMENT,
  subject    VARCHAR(64)  NOT NULL COMMENT 'such as listing-case:12 or request:3',
  name       VARCHAR(255) NOT NULL,
  media_type VARCHAR(64)  NOT NULL,
  size       INT          NOT NULL COMMENT 'bytes',
  sha256     CHAR(64)     NOT NULL,
  content    LONGBLOB     NOT NULL,
  added_by   VARCHAR(64)  NOT NULL,
  added_at   DATETIME(6)  NOT NULL,
  PRIMARY KEY (paper_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE INDEX paper_subject ON paper (subject);

-- What a business asks for: credit repair, an objection, a reply.
CREATE TABLE request (
  request_id   BIGINT        NOT NULL AUTO_INCREMENT,
  kind         VARCHAR(16)   NOT NULL COMMENT 'repair, objection or reply',
  case_id      BIGINT        NULL COMMENT 'the entry that it is about',
  business_key BIGINT        NOT NULL,
  fact_id      BIGINT        NULL COMMENT 'the record that it is about, where it is about no entry',
  state        VARCHAR(16)   NOT NULL,
  standing     MEDIUMTEXT    NOT NULL COMMENT 'JSON: the state with all that it knows',
  revision     INT           NOT NULL,
  filed_by     VARCHAR(64)   NOT NULL,
  filed_at     DATETIME(6)   NOT NULL,
  due_step     VARCHAR(24)   NULL,
  due_on       DATE          NULL,
  PRIMARY KEY (request_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE INDEX request_case ON request (case_id);

CREATE INDEX request_business ON request (business_key);

CREATE INDEX request_due ON request (due_on);

-- What partners applied and lifted because of an entry.
CREATE TABLE measure_report (
  report_id   BIGINT        NOT NULL AUTO_INCREMENT,
  case_id     BIGINT        NOT NULL,
  measure     VARCHAR(64)   NOT NULL COMMENT 'id in the catalogue',
  partner     VARCHAR(64)   NOT NULL COMMENT 'account',
  applied_on  DATE          NOT NULL,
  lifted_on   DATE          NULL,
  note        VARCHAR(1000) NOT NULL,
  reported_at DATETIME(6)   NOT NULL,
  PRIMARY KEY (report_id),
  CONSTRAINT measure_report_once UNIQUE (case_id, measure, partner, applied_on)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Who of a business opened its case or request first after it was moved: the day of reading, which proves the service.
CREATE TABLE reading (
  subject  VARCHAR(64) NOT NULL COMMENT 'such as listing-case:12',
  revision INT         NOT NULL,
  account  VARCHAR(64) NOT NULL,
  read_at  DATETIME(6) NOT NULL,
  PRIMARY KEY (subject, revision, account)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
