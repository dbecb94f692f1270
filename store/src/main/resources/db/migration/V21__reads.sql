-- Who read what is not public: a chain of its own, added to in groups, so that no reading waits for it.
CREATE TABLE read_entry (
  entry_no BIGINT       NOT NULL COMMENT 'from 1, without gaps',
  at       DATETIME(6)  NOT NULL COMMENT 'UTC',
  reader   VARCHAR(80)  NOT NULL COMMENT 'account, or client: and the id of a program',
  what     VARCHAR(500) NOT NULL COMMENT 'method and address, cut off behind that',
  digest   CHAR(64)     NOT NULL COMMENT 'SHA-256 over all this and the digest of the entry before',
  PRIMARY KEY (entry_no)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE INDEX read_entry_reader ON read_entry (reader, entry_no);

CREATE TABLE read_head (
  only_row TINYINT  NOT NULL,
  entry_no BIGINT   NOT NULL,
  digest   CHAR(64) NOT NULL,
  PRIMARY KEY (only_row)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

INSERT INTO read_head (only_row, entry_no, digest) VALUES (1, 0, REPEAT('0', 64));
