-- Writes that a program marked with a key of its own: who repeats one gets the answer of before, and nothing is done twice.
CREATE TABLE marked_request (
  caller       VARCHAR(190) NOT NULL,
  mark         VARCHAR(128) NOT NULL COMMENT 'the Idempotency-Key',
  digest       CHAR(64)     NOT NULL COMMENT 'SHA-256 of method, address and body',
  begun_at     DATETIME(6)  NOT NULL,
  status       SMALLINT     NULL COMMENT 'of the answer; NULL while it is being made',
  content_type VARCHAR(190) NULL,
  body         MEDIUMTEXT   NULL,
  PRIMARY KEY (caller, mark)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE INDEX marked_request_begun ON marked_request (begun_at);
