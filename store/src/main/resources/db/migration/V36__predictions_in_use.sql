-- What was learned goes its way into use like a version of a grading model: judged, approved by a second person, in force from a day, retired.
-- What was trained before this had no name to it: whoever approves it is a second person in any case.
ALTER TABLE trained_prediction
  ADD COLUMN state           VARCHAR(16)   NOT NULL DEFAULT 'CHECKED' COMMENT 'CHECKED (learned), SIMULATED (judged), APPROVED, RETIRED, DROPPED',
  ADD COLUMN revision        INT           NOT NULL DEFAULT 1 COMMENT 'counts the moves; who moves names the one that was seen',
  ADD COLUMN editors         VARCHAR(2000) NOT NULL DEFAULT '?' COMMENT 'who trained it',
  ADD COLUMN judged          MEDIUMTEXT    NULL COMMENT 'JSON: what its newest model card found',
  ADD COLUMN card            MEDIUMTEXT    NULL COMMENT 'the newest model card as JSON',
  ADD COLUMN decided_by      VARCHAR(64)   NULL COMMENT 'who approved, or dropped; so the next three',
  ADD COLUMN decided_at      DATETIME(6)   NULL,
  ADD COLUMN decided_on      DATE          NULL,
  ADD COLUMN decision_reason VARCHAR(2000) NULL,
  ADD COLUMN in_force_from   DATE          NULL,
  ADD COLUMN retired_by      VARCHAR(64)   NULL,
  ADD COLUMN retired_at      DATETIME(6)   NULL,
  ADD COLUMN retired_on      DATE          NULL,
  ADD COLUMN retirement_reason VARCHAR(2000) NULL,
  ADD COLUMN last_day        DATE          NULL,
  ADD COLUMN trial_from      DATE          NULL COMMENT 'first day on which it scores beside the one in force, for nobody outside the authority',
  ADD COLUMN trial_until     DATE          NULL;

-- One scoring of everybody by one training.
CREATE TABLE prediction_run (
  prediction_run_id INT          NOT NULL AUTO_INCREMENT,
  prediction        VARCHAR(64)  NOT NULL,
  scored_on         DATE         NOT NULL COMMENT 'as of which day',
  trained_id        INT          NOT NULL,
  role              VARCHAR(16)  NOT NULL COMMENT 'CHAMPION (in force, enters the credit files) or CHALLENGER (on trial)',
  scored_at         DATETIME(6)  NOT NULL COMMENT 'UTC',
  businesses        INT          NOT NULL COMMENT 'that were scored',
  alarms            INT          NOT NULL COMMENT 'features and scores that have moved beyond the threshold',
  watched           MEDIUMTEXT   NOT NULL COMMENT 'JSON: drift of features and score, what inspections have found since, and how far it differs from the champion',
  PRIMARY KEY (prediction_run_id),
  UNIQUE KEY prediction_run_once (prediction, scored_on, trained_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The scores of the newest runs; what the champion foretold stands in the credit files for good.
CREATE TABLE prediction_score (
  prediction_run_id INT    NOT NULL,
  business_key      BIGINT NOT NULL,
  probability       DOUBLE NOT NULL,
  PRIMARY KEY (prediction_run_id, business_key)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE INDEX prediction_score_riskiest ON prediction_score (prediction_run_id, probability);
