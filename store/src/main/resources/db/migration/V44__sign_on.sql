-- Which account signs on at the authority's issuer as whom. An administrator names the user; the issuer's own subject is kept at the first sign-on, and counts from then on.
CREATE TABLE sign_on_link (
  name      VARCHAR(64)  NOT NULL COMMENT 'the account',
  issuer    VARCHAR(255) NOT NULL COMMENT 'as the issuer calls itself',
  user_name VARCHAR(190) NOT NULL COMMENT 'what the claim of the user says at the first sign-on; afterwards a name may change',
  subject   VARCHAR(255) NULL COMMENT 'the issuer''s own word for the person, which never changes; NULL until the first sign-on',
  linked_by VARCHAR(64)  NOT NULL,
  linked_at DATETIME(6)  NOT NULL,
  bound_at  DATETIME(6)  NULL COMMENT 'UTC; when the subject was kept',
  PRIMARY KEY (name),
  CONSTRAINT sign_on_user UNIQUE (issuer, user_name),
  CONSTRAINT sign_on_subject UNIQUE (issuer, subject)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
