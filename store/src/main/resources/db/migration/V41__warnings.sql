-- A look at a period for trends, once: looked at again and again, chance would have more than one go at it.
CREATE TABLE trend_look (
  rules      VARCHAR(64) NOT NULL,
  period_end DATE        NOT NULL COMMENT 'last day of the newest period',
  looked_at  DATETIME(6) NOT NULL,
  tested     INT         NOT NULL COMMENT 'series that were tested together',
  alarms     INT         NOT NULL,
  PRIMARY KEY (rules, period_end)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- A series of failures that rose above its own past, and what became of it.
CREATE TABLE trend_alarm (
  alarm_id    BIGINT        NOT NULL AUTO_INCREMENT,
  rules       VARCHAR(64)   NOT NULL,
  dimension   VARCHAR(16)   NOT NULL COMMENT 'PRODUCT, ITEM, TRADE, DIVISION',
  series      VARCHAR(190)  NOT NULL,
  from_day    DATE          NOT NULL COMMENT 'first day of the newest period',
  to_day      DATE          NOT NULL COMMENT 'its last',
  past_from   DATE          NOT NULL COMMENT 'first day of the past periods',
  newest      BIGINT        NOT NULL COMMENT 'failures in the newest period',
  past        BIGINT        NOT NULL COMMENT 'failures in all past periods',
  chance      VARCHAR(64)   NOT NULL COMMENT 'probability without a trend, a decimal',
  held        VARCHAR(64)   NOT NULL COMMENT 'what it was held against, a decimal',
  tested      INT           NOT NULL COMMENT 'series that were tested together',
  rate        VARCHAR(32)   NOT NULL COMMENT 'the stated rate of false alarms, a decimal',
  state       VARCHAR(16)   NOT NULL COMMENT 'RAISED, DISPATCHED, HANDLED, CLOSED',
  revision    INT           NOT NULL COMMENT 'counts the moves; who moves names the one that was seen',
  raised_at   DATETIME(6)   NOT NULL,
  sent_to     VARCHAR(190)  NULL COMMENT 'to whom it was dispatched',
  due         DATE          NULL COMMENT 'by when it is to be handled',
  sent_by     VARCHAR(64)   NULL,
  handled     VARCHAR(4000) NULL COMMENT 'what was done',
  handled_by  VARCHAR(64)   NULL,
  closed_note VARCHAR(2000) NULL,
  closed_by   VARCHAR(64)   NULL,
  moved_at    DATETIME(6)   NULL COMMENT 'when it last moved',
  PRIMARY KEY (alarm_id),
  CONSTRAINT trend_alarm_once UNIQUE (rules, dimension, series, to_day)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The failures of the newest period that made it.
CREATE TABLE trend_alarm_row (
  alarm_id     BIGINT NOT NULL,
  fact_id      BIGINT NOT NULL,
  business_key BIGINT NOT NULL COMMENT 'in whose file it was read',
  holder       BIGINT NOT NULL COMMENT 'under which business the fact stands: another one where that was merged',
  PRIMARY KEY (alarm_id, fact_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
