-- Programs that show the signature of their own key instead of a secret: only the public half is here.

CREATE TABLE client_key (
  client_id  VARCHAR(64)   NOT NULL,
  thumbprint CHAR(43)      NOT NULL COMMENT 'RFC 7638, SHA-256, Base64 for addresses',
  jwk        VARCHAR(4000) NOT NULL COMMENT 'RFC 7517, the public half alone',
  made_by    VARCHAR(64)   NOT NULL,
  made_at    DATETIME(6)   NOT NULL,
  ends_at    DATETIME(6)   NULL COMMENT 'from when on it is good for nothing; NULL for no end',
  PRIMARY KEY (client_id, thumbprint)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What a key has signed to get a token is good once, whichever server it is shown to.
CREATE TABLE client_assertion (
  client_id VARCHAR(64)  NOT NULL,
  jti       VARCHAR(190) NOT NULL,
  ends_at   DATETIME(6)  NOT NULL COMMENT 'when it would have ended by itself',
  PRIMARY KEY (client_id, jti)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE INDEX client_assertion_end ON client_assertion (ends_at);
