-- How far each partner has come with each chain, and where changes are pushed to.
CREATE TABLE follower (
  partner         VARCHAR(64)   NOT NULL COMMENT 'account',
  chain           VARCHAR(16)   NOT NULL,
  delivered       BIGINT        NOT NULL DEFAULT 0 COMMENT 'the highest change that was handed out to it, by a pull, a push or in a full file',
  delivered_at    DATETIME(6)   NULL,
  acknowledged    BIGINT        NOT NULL DEFAULT 0 COMMENT 'up to which it said that it carried all out',
  acknowledged_at DATETIME(6)   NULL,
  address         VARCHAR(1000) NULL COMMENT 'where changes are pushed to; NULL where the partner fetches them',
  pushed          BIGINT        NOT NULL DEFAULT 0 COMMENT 'the last change that the address took',
  attempts        INT           NOT NULL DEFAULT 0 COMMENT 'failed pushes since the last that succeeded',
  next_attempt_at DATETIME(6)   NULL,
  given_up_at     DATETIME(6)   NULL COMMENT 'since when nothing is pushed any more, until a person says so',
  last_answer     VARCHAR(255)  NULL COMMENT 'of the last push',
  PRIMARY KEY (partner, chain)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Which changes an item had: for whom a withdrawal is still open.
CREATE INDEX change_entry_item ON change_entry (kind, item_key);
