-- What was refused can be corrected in a spreadsheet and taken in again: the row's cells are kept, and an entry that is done with says how.
CREATE TABLE refused_row (
  run_id BIGINT     NOT NULL,
  line   BIGINT     NOT NULL,
  record_line BIGINT NOT NULL COMMENT 'line of the first row of its record',
  cells  MEDIUMTEXT NOT NULL COMMENT 'JSON object: the feed''s columns with a cell that is not empty',
  PRIMARY KEY (run_id, line)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

ALTER TABLE quarantine
  ADD COLUMN closed_as     VARCHAR(16)  NULL COMMENT 'CORRECTED, REFUSED_AGAIN (another entry stands for the row now) or LEFT_OUT; NULL while open',
  ADD COLUMN closed_run    BIGINT       NULL COMMENT 'the run that took the corrected row in, or refused it again',
  ADD COLUMN closed_line   BIGINT       NULL COMMENT 'its line there',
  ADD COLUMN closed_at     DATETIME(6)  NULL,
  ADD COLUMN closed_by     VARCHAR(64)  NULL COMMENT 'account of the person who left it out',
  ADD COLUMN closed_reason VARCHAR(1000) NULL COMMENT 'why that person did';

ALTER TABLE import_run
  ADD COLUMN corrects BIGINT NULL COMMENT 'the run whose refused rows the file corrects';

CREATE TABLE staged_correction (
  run_id      BIGINT NOT NULL,
  line        BIGINT NOT NULL COMMENT 'line of the row in the correction sheet',
  record_line BIGINT NOT NULL COMMENT 'line of the first row of its record there',
  of_line     BIGINT NOT NULL COMMENT 'line of the refused row in the file that it corrects',
  PRIMARY KEY (run_id, line)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
