-- Programs of platforms: each has an id and one or more secrets, of which the old one stays good for a while when a new one is made.
CREATE TABLE api_client (
  client_id  VARCHAR(64)  NOT NULL,
  title      VARCHAR(190) NOT NULL COMMENT 'who it is',
  scopes     VARCHAR(190) NOT NULL COMMENT 'what it may, with blanks between',
  made_by    VARCHAR(64)  NOT NULL,
  made_at    DATETIME(6)  NOT NULL,
  revoked_by VARCHAR(64)  NULL,
  revoked_at DATETIME(6)  NULL,
  PRIMARY KEY (client_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE client_secret (
  secret_id   BIGINT      NOT NULL AUTO_INCREMENT,
  client_id   VARCHAR(64) NOT NULL,
  secret_hash CHAR(64)    NOT NULL COMMENT 'SHA-256 of the secret, which has 256 random bits and is kept nowhere',
  made_by     VARCHAR(64) NOT NULL,
  made_at     DATETIME(6) NOT NULL,
  ends_at     DATETIME(6) NULL COMMENT 'from when on it is good for nothing; NULL for the newest',
  PRIMARY KEY (secret_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE INDEX client_secret_client ON client_secret (client_id, secret_hash);
