-- How good what the feeds delivered is; made anew by each measurement.
CREATE TABLE feed_quality (
  feed       VARCHAR(64) NOT NULL,
  month      CHAR(7)     NOT NULL COMMENT 'month of the delivery, such as 2026-11, of Asia/Shanghai',
  division   VARCHAR(16) NOT NULL COMMENT 'of the business; empty where none is known',
  kind       VARCHAR(32) NOT NULL,
  facts      BIGINT      NOT NULL COMMENT 'versions of facts, those that were superseded since among them',
  filled     BIGINT      NOT NULL COMMENT 'fields with a value',
  late_days  BIGINT      NOT NULL COMMENT 'sum of the days from when they happened to when they were recorded',
  latest_days INT        NOT NULL COMMENT 'the most of these days',
  in_future  BIGINT      NOT NULL COMMENT 'said to have happened after the day on which they were recorded',
  ancient    BIGINT      NOT NULL COMMENT 'said to have happened before 1949-10-01',
  measured_at DATETIME(6) NOT NULL,
  PRIMARY KEY (feed, month, division, kind)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
