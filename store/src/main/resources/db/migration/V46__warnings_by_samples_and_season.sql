-- Against what the newest period of an alarm was held.
ALTER TABLE trend_alarm ADD COLUMN past_periods INT NOT NULL DEFAULT 1 COMMENT 'how many past periods';
ALTER TABLE trend_alarm ADD COLUMN season_years INT NOT NULL DEFAULT 0 COMMENT 'of how many past years they are the same season; 0 for those that run up to the newest';
ALTER TABLE trend_alarm ADD COLUMN newest_samples BIGINT NULL COMMENT 'samples taken in the newest period; null where they were not known and the periods counted as equal';
ALTER TABLE trend_alarm ADD COLUMN past_samples BIGINT NULL COMMENT 'samples taken in the past periods together';

-- All alarms until now were held against the periods that ran up to theirs.
UPDATE trend_alarm SET past_periods = FLOOR(DATEDIFF(from_day, past_from) / (DATEDIFF(to_day, from_day) + 1));
