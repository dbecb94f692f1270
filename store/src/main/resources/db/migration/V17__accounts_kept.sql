-- Accounts are kept in the console: for which divisions they act, whether they are locked, and the code with which a new password is set.
ALTER TABLE account
  ADD COLUMN divisions   VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'beginnings of division codes, with blanks between; empty for all divisions',
  ADD COLUMN locked_at   DATETIME(6)   NULL,
  ADD COLUMN revision    INT           NOT NULL DEFAULT 0 COMMENT 'counts the changes; a session of before ends',
  ADD COLUMN reset_hash  CHAR(64)      NULL COMMENT 'SHA-256 of the code with which a new password can be set',
  ADD COLUMN reset_until DATETIME(6)   NULL;
