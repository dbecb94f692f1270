-- A serious-violation case: proposed by rule, decided by a person.
CREATE TABLE listing_case (
  case_id      BIGINT        NOT NULL AUTO_INCREMENT,
  business_key BIGINT        NOT NULL,
  rule         VARCHAR(64)   NOT NULL COMMENT 'id of the rule in config/measures',
  edition      VARCHAR(64)   NOT NULL COMMENT 'edition of the rules under which the case began',
  fact_id      BIGINT        NOT NULL COMMENT 'the penalty that it rests on',
  record_key   VARCHAR(190)  NOT NULL COMMENT 'the penalty''s own key, the same through its corrections',
  state        VARCHAR(16)   NOT NULL COMMENT 'PROPOSED, CONFIRMED, DISMISSED',
  proposed_on  DATE          NOT NULL COMMENT 'as-of day of the run that proposed it',
  conduct_zh   VARCHAR(1000) NOT NULL,
  conduct_en   VARCHAR(1000) NOT NULL,
  basis        VARCHAR(1000) NOT NULL,
  provisional  BOOLEAN       NOT NULL,
  decided_by   VARCHAR(64)   NULL,
  decided_at   DATETIME(6)   NULL,
  decision_reason VARCHAR(2000) NULL,
  listed_on    DATE          NULL,
  ends_on      DATE          NULL COMMENT 'last day on the list',
  PRIMARY KEY (case_id),
  CONSTRAINT listing_case_penalty UNIQUE (business_key, rule, record_key)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE INDEX listing_case_state ON listing_case (state, listed_on);

CREATE TABLE publication (
  publication_id BIGINT       NOT NULL AUTO_INCREMENT,
  kind           VARCHAR(16)  NOT NULL COMMENT 'ratings or list',
  model          VARCHAR(64)  NULL,
  as_of          DATE         NOT NULL,
  file           VARCHAR(255) NOT NULL,
  sha256         CHAR(64)     NOT NULL,
  row_count      BIGINT       NOT NULL,
  published_at   DATETIME(6)  NOT NULL,
  PRIMARY KEY (publication_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE INDEX publication_kind ON publication (kind, model, as_of);

CREATE TABLE account (
  name          VARCHAR(64)  NOT NULL,
  password_hash VARCHAR(255) NOT NULL,
  role          VARCHAR(16)  NOT NULL COMMENT 'REGULATOR, PARTNER or OPERATOR',
  created_at    DATETIME(6)  NOT NULL,
  PRIMARY KEY (name)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- How far the proposals have come: penalties recorded up to known_at have been held against the rules with this digest.
CREATE TABLE listing_run (
  listing_run_id BIGINT      NOT NULL AUTO_INCREMENT,
  rules_digest   CHAR(64)    NOT NULL,
  as_of          DATE        NOT NULL,
  known_at       DATETIME(6) NOT NULL,
  penalties      BIGINT      NOT NULL COMMENT 'penalties read',
  proposed       BIGINT      NOT NULL COMMENT 'cases added',
  PRIMARY KEY (listing_run_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
