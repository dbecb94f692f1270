-- The second factor of an account. The secret itself is nowhere: it follows from the nonce and a key that lies outside the database.
CREATE TABLE account_factor (
  name         VARCHAR(64) NOT NULL COMMENT 'the account',
  nonce        CHAR(32)    NOT NULL COMMENT 'from which, with the key of the installation, the secret follows',
  confirmed_at DATETIME(6) NULL COMMENT 'UTC; since when it is asked for at login; NULL until a first code proved that it is set up',
  last_step    BIGINT      NOT NULL COMMENT 'the half minute of the last code that was taken: no code is good twice',
  PRIMARY KEY (name)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Codes for whoever has lost the device, each good once.
CREATE TABLE account_recovery (
  name      VARCHAR(64) NOT NULL COMMENT 'the account',
  code_hash CHAR(64)    NOT NULL COMMENT 'SHA-256 of the code',
  PRIMARY KEY (name, code_hash)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The roles whose accounts must have a second factor.
CREATE TABLE role_factor (
  role VARCHAR(16) NOT NULL,
  PRIMARY KEY (role)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
