-- The records of the kind takeover of which a version names a predecessor. The fact itself stands in the successor's file; by this the
-- predecessor's file finds it. A version may since name another: whoever reads looks into the fact.
CREATE TABLE takeover (
  predecessor VARCHAR(97)  NOT NULL COMMENT 'identity, SCHEME:VALUE',
  feed        VARCHAR(64)  NOT NULL,
  record_key  VARCHAR(190) NOT NULL,
  PRIMARY KEY (predecessor, feed, record_key)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
