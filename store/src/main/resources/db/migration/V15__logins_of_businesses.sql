-- A business's way to a login of its own: a code that the authority hands out, good for one account that is bound to the business.
CREATE TABLE invitation (
  invitation_id BIGINT      NOT NULL AUTO_INCREMENT,
  business_key  BIGINT      NOT NULL,
  code_hash     CHAR(64)    NOT NULL COMMENT 'SHA-256 of the code, which has 100 random bits and is kept nowhere',
  made_by       VARCHAR(64) NOT NULL,
  made_at       DATETIME(6) NOT NULL,
  expires_at    DATETIME(6) NOT NULL,
  revoked_by    VARCHAR(64) NULL,
  revoked_at    DATETIME(6) NULL,
  used_by       VARCHAR(64) NULL COMMENT 'the account that was made with it',
  used_at       DATETIME(6) NULL,
  PRIMARY KEY (invitation_id),
  CONSTRAINT invitation_code UNIQUE (code_hash)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE INDEX invitation_business ON invitation (business_key);

ALTER TABLE account ADD COLUMN business_key BIGINT NULL COMMENT 'the business whose login it is; NULL unless the role is BUSINESS';

CREATE INDEX account_business ON account (business_key);
