-- What an incremental rating run has to look at is found by ranges of indexes: facts that have come to pass, ratings that have run out.
CREATE INDEX fact_occurred_on ON fact (occurred_on);

CREATE INDEX rating_valid_until ON rating (model, newest, valid_until);

-- The businesses whose files an incremental run reads, gathered when it begins; they go when it is published or given up.
CREATE TABLE file_to_rate (
  rating_run_id BIGINT NOT NULL,
  business_key  BIGINT NOT NULL,
  PRIMARY KEY (rating_run_id, business_key)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- How many subjects stand in each state and grade, kept with the ratings in one transaction: who asks need not count all of them.
CREATE TABLE rating_count (
  model    VARCHAR(64) NOT NULL,
  state    VARCHAR(16) NOT NULL,
  grade    VARCHAR(16) NOT NULL COMMENT 'empty where the state is no grade',
  subjects BIGINT      NOT NULL,
  PRIMARY KEY (model, state, grade)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

INSERT INTO rating_count (model, state, grade, subjects)
SELECT model, state, COALESCE(grade, ''), COUNT(*) FROM rating WHERE newest = TRUE GROUP BY model, state, COALESCE(grade, '');
