-- A paper by which an authority presses a government or a department. It is in no file of a business.
CREATE TABLE escalation (
  escalation_id BIGINT        NOT NULL AUTO_INCREMENT,
  kind          VARCHAR(24)   NOT NULL COMMENT 'REMINDER, CORRECTION, SUMMONS, LISTED_SUPERVISION',
  number        VARCHAR(64)   NULL COMMENT 'follows from kind, year and place; null only within the transaction that makes it',
  addressee     VARCHAR(190)  NOT NULL,
  division      VARCHAR(16)   NOT NULL COMMENT 'beginning of the codes that it is about; empty for all',
  ground        VARCHAR(2000) NOT NULL COMMENT 'what was found, as it stood when the draft was made',
  ground_link   VARCHAR(500)  NOT NULL COMMENT 'the page of the alarm, or of the rows behind the figure',
  demand        VARCHAR(4000) NOT NULL COMMENT 'what is asked for',
  due           DATE          NOT NULL COMMENT 'by when',
  state         VARCHAR(16)   NOT NULL COMMENT 'DRAFT, ISSUED, DROPPED',
  revision      INT           NOT NULL COMMENT 'counts the moves; who moves names the one that was seen',
  drafted_by    VARCHAR(64)   NOT NULL,
  drafted_at    DATETIME(6)   NOT NULL,
  ended_by      VARCHAR(64)   NULL COMMENT 'who issued or dropped it',
  ended_at      DATETIME(6)   NULL,
  PRIMARY KEY (escalation_id),
  CONSTRAINT escalation_number UNIQUE (number)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
