-- The end of each chain of changes. Whoever adds changes holds its rows until the transaction ends, so that numbers are committed in their
-- order: who has read up to one never misses a lower one.
CREATE TABLE change_head (
  chain  VARCHAR(16)     NOT NULL COMMENT 'public or partners',
  number BIGINT          NOT NULL COMMENT 'of the last change; 0 before the first',
  hash   CHAR(64)        NOT NULL COMMENT 'of the last change; zeros before the first',
  items  BIGINT          NOT NULL COMMENT 'items that are published in the chain',
  digest VARBINARY(2048) NULL COMMENT 'digest of the set of those items; NULL for the empty set',
  PRIMARY KEY (chain)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

INSERT INTO change_head (chain, number, hash, items) VALUES ('partners', 0, REPEAT('0', 64), 0), ('public', 0, REPEAT('0', 64), 0);

-- Every change of what is published. Contents are not here but with the item as it stands, so that none outlives its publication.
CREATE TABLE change_entry (
  chain        VARCHAR(16)  NOT NULL,
  number       BIGINT       NOT NULL COMMENT 'from 1, without gaps',
  at           DATETIME(6)  NOT NULL COMMENT 'UTC',
  operation    VARCHAR(16)  NOT NULL COMMENT 'add, modify or withdraw',
  kind         VARCHAR(32)  NOT NULL,
  item_key     VARCHAR(300) NOT NULL,
  reason       VARCHAR(32)  NOT NULL,
  was          CHAR(64)     NULL COMMENT 'SHA-256 of the content until then; NULL where the item comes in',
  content_hash CHAR(64)     NULL COMMENT 'SHA-256 of the content from then on; NULL where the item goes',
  previous     CHAR(64)     NOT NULL COMMENT 'hash of the change before',
  hash         CHAR(64)     NOT NULL,
  PRIMARY KEY (chain, number)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What is published now, each item once and in one chain.
CREATE TABLE published_item (
  kind         VARCHAR(32)  NOT NULL COMMENT 'such as rating or list-entry',
  series       VARCHAR(64)  NOT NULL COMMENT 'what is compared as a whole: the model of a rating, the list of an entry',
  place        BIGINT       NOT NULL COMMENT 'where the item stands in the order of its series, such as by the key of the business',
  item_key     VARCHAR(300) NOT NULL,
  chain        VARCHAR(16)  NOT NULL,
  number       BIGINT       NOT NULL COMMENT 'the change that gave it its content',
  content_hash CHAR(64)     NOT NULL,
  content      MEDIUMTEXT   NOT NULL COMMENT 'JSON object, names sorted, no blanks',
  PRIMARY KEY (kind, series, place, item_key)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE UNIQUE INDEX published_item_number ON published_item (chain, number);

CREATE UNIQUE INDEX published_item_key ON published_item (kind, item_key);

-- The dated full files. The file itself goes when a newer one takes its place; what was signed about it stays.
CREATE TABLE full_file (
  chain      VARCHAR(16)   NOT NULL,
  number     BIGINT        NOT NULL COMMENT 'the last change that is in it',
  as_of      DATE          NOT NULL,
  file       VARCHAR(190)  NOT NULL COMMENT 'its name',
  manifest   VARCHAR(4000) NOT NULL COMMENT 'the bytes that are signed',
  signature  VARCHAR(190)  NOT NULL COMMENT 'Ed25519, base64',
  written_at DATETIME(6)   NOT NULL COMMENT 'UTC',
  PRIMARY KEY (chain, number, as_of)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
