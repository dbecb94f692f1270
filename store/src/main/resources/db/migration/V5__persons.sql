-- Numbers of identity documents. A fact holds the token; the number itself is here, encrypted with a key that is not in the database.
CREATE TABLE person_number (
  token       CHAR(71)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'person: and the keyed hash (HMAC-SHA-256) of the number',
  encrypted   VARCHAR(500) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'nonce, cipher text and tag (AES-256-GCM) in Base64',
  recorded_at DATETIME(6)  NOT NULL,
  PRIMARY KEY (token)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The records of which a version holds the token.
CREATE TABLE person_mention (
  token      CHAR(71)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  feed       VARCHAR(64)  NOT NULL,
  kind       VARCHAR(32)  NOT NULL,
  record_key VARCHAR(190) NOT NULL,
  PRIMARY KEY (token, feed, kind, record_key)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The numbers in the staged facts of a run.
CREATE TABLE staged_person (
  run_id    BIGINT       NOT NULL,
  fact_no   BIGINT       NOT NULL COMMENT 'as in staged_fact',
  token     CHAR(71)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  encrypted VARCHAR(500) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (run_id, fact_no, token)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Every look at a number. Rows are only ever added.
CREATE TABLE person_access (
  access_id   BIGINT        NOT NULL AUTO_INCREMENT,
  accessed_at DATETIME(6)   NOT NULL,
  account     VARCHAR(64)   NOT NULL,
  purpose     VARCHAR(16)   NOT NULL COMMENT 'SEARCHED or REVEALED',
  token       CHAR(71)      NOT NULL,
  reason      VARCHAR(1000) NOT NULL,
  PRIMARY KEY (access_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
