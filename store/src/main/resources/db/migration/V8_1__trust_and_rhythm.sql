-- How far the word of a run's feed is trusted, and how often it is expected to deliver, as its definition said when the file came.
ALTER TABLE import_run
  ADD COLUMN trust INT NOT NULL DEFAULT 50 COMMENT '0 to 100; of two feeds that describe a business differently, the more trusted one is believed',
  ADD COLUMN expected_days INT NULL COMMENT 'the next file is due so many days after this one''s as-at day; NULL where nothing is said';
