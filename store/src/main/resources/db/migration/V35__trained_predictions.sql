-- What was learned: one row for each training that gave another result than those before it.
CREATE TABLE trained_prediction (
  trained_id    INT          NOT NULL AUTO_INCREMENT,
  prediction    VARCHAR(64)  NOT NULL COMMENT 'the id of its definition in config/predictions',
  version       VARCHAR(32)  NOT NULL COMMENT 'the version of its definition',
  trained_until DATE         NOT NULL COMMENT 'the last day whose inspections were learned from',
  digest        CHAR(64)     NOT NULL COMMENT 'SHA-256 of the text',
  trained_text  LONGTEXT     NOT NULL,
  trained_at    DATETIME(6)  NOT NULL COMMENT 'UTC; when it was trained last',
  PRIMARY KEY (trained_id),
  UNIQUE KEY trained_prediction_once (prediction, trained_until, digest)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
