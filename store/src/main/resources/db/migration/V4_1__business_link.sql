-- Two businesses that were found to be one, and parted again. Facts stay under their own business; whoever reads a credit file reads those
-- of the merged one with it, from linked_at on and until unlinked_at.
CREATE TABLE business_link (
  link_id       BIGINT       NOT NULL AUTO_INCREMENT,
  merged_key    BIGINT       NOT NULL COMMENT 'the business that is read with the other',
  into_key      BIGINT       NOT NULL COMMENT 'the business that goes on',
  linked_at     DATETIME(6)  NOT NULL COMMENT 'UTC; in one line with recorded_at',
  linked_by     VARCHAR(64)  NOT NULL,
  reason        VARCHAR(2000) NOT NULL,
  unlinked_at   DATETIME(6)  NULL,
  unlinked_by   VARCHAR(64)  NULL,
  unlinked_reason VARCHAR(2000) NULL,
  PRIMARY KEY (link_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE INDEX business_link_merged ON business_link (merged_key, linked_at);

CREATE INDEX business_link_into ON business_link (into_key, merged_key);
