-- Under which login an inspector works.
CREATE TABLE inspector_login (
  account   VARCHAR(64) NOT NULL COMMENT 'the name of an account of the authority',
  inspector VARCHAR(64) NOT NULL COMMENT 'number of the inspector''s papers; the list of inspectors is replaced whole, this stays',
  PRIMARY KEY (account),
  UNIQUE KEY inspector_login_one (inspector)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- A visit that was handed out.
CREATE TABLE assignment (
  assignment_id BIGINT       NOT NULL AUTO_INCREMENT,
  business_key  BIGINT       NOT NULL,
  business      VARCHAR(100) NOT NULL COMMENT 'SCHEME:VALUE, as it was handed out',
  sector        VARCHAR(32)  NOT NULL COMMENT 'empty where not known; decides the checklist',
  from_day      DATE         NOT NULL COMMENT 'the first day on which it may be made',
  to_day        DATE         NOT NULL COMMENT 'the day by which it is to be made',
  way           VARCHAR(16)  NOT NULL COMMENT 'ROUTINE, FOCUSED, SYSTEM, UNANNOUNCED',
  reasons       VARCHAR(255) NOT NULL COMMENT 'words with commas between, such as FLOOR',
  origin        VARCHAR(16)  NOT NULL COMMENT 'DRAW, PLAN, LEAD',
  origin_no     INT          NULL COMMENT 'number of the draw or plan',
  handed_key    VARCHAR(190) NULL COMMENT 'what of a draw or plan it is; null where it is nothing of one, or was withdrawn, so that it can be handed out again',
  lead_text     VARCHAR(4000) NULL COMMENT 'the lead, as it was written',
  state         VARCHAR(16)  NOT NULL COMMENT 'ASSIGNED, UNDER_WAY, DONE, NOT_DONE, WITHDRAWN',
  revision      INT          NOT NULL COMMENT 'counts the moves; who moves names the one that was seen',
  handed_by     VARCHAR(64)  NOT NULL,
  handed_at     DATETIME(6)  NOT NULL,
  obstacle      VARCHAR(16)  NULL COMMENT 'why it could not be made',
  reason        VARCHAR(2000) NULL COMMENT 'the same in words, or why it was withdrawn',
  result_day    DATE         NULL COMMENT 'the day of the visit, on which its result was formed',
  publish_by    DATE         NULL COMMENT 'the day by which the result is to be public',
  publish_moves BOOLEAN      NULL COMMENT 'whether the calendar may still move that day',
  fact_id       BIGINT       NULL COMMENT 'the fact that it brought',
  published_on  DATE         NULL COMMENT 'when the result was made public',
  PRIMARY KEY (assignment_id),
  UNIQUE KEY assignment_once (handed_key)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE INDEX assignment_days ON assignment (state, to_day);
CREATE INDEX assignment_business ON assignment (business_key);

-- Who goes. The name is kept as it was: the list of inspectors is replaced whole.
CREATE TABLE assignment_inspector (
  assignment_id BIGINT      NOT NULL,
  inspector     VARCHAR(64) NOT NULL,
  name          VARCHAR(64) NOT NULL,
  PRIMARY KEY (assignment_id, inspector)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE INDEX assignment_of_inspector ON assignment_inspector (inspector);

-- What came back, every time that something came: one stands, the others are kept beside it.
CREATE TABLE assignment_report (
  report_id     BIGINT      NOT NULL AUTO_INCREMENT,
  assignment_id BIGINT      NOT NULL,
  send_key      VARCHAR(64) NOT NULL COMMENT 'what the device that sent it calls it: the same sent twice is taken once',
  stands        BOOLEAN     NOT NULL COMMENT 'the one that became the fact',
  content       LONGTEXT    NOT NULL COMMENT 'JSON',
  entered_by    VARCHAR(64) NOT NULL,
  entered_at    DATETIME(6) NOT NULL,
  PRIMARY KEY (report_id),
  UNIQUE KEY assignment_report_once (assignment_id, send_key)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
