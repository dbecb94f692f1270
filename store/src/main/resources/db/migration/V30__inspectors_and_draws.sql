-- Who inspects. The whole list is taken in at once, from a sheet or a feed of the personnel system.
CREATE TABLE inspector (
  inspector  VARCHAR(64)  NOT NULL COMMENT 'number of the inspector''s papers',
  name       VARCHAR(64)  NOT NULL,
  department VARCHAR(64)  NOT NULL,
  division   VARCHAR(16)  NOT NULL COMMENT 'beginning of the codes of the divisions in which the inspector works',
  sectors    VARCHAR(255) NOT NULL COMMENT 'codes with commas between; empty for all',
  skills     VARCHAR(255) NOT NULL COMMENT 'such as system, with commas between',
  PRIMARY KEY (inspector)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE inspector_leave (
  inspector VARCHAR(64) NOT NULL,
  from_day  DATE        NOT NULL,
  to_day    DATE        NOT NULL COMMENT 'the last day away',
  PRIMARY KEY (inspector, from_day)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Declared: the inspector does not go there.
CREATE TABLE inspector_conflict (
  inspector VARCHAR(64)  NOT NULL,
  business  VARCHAR(100) NOT NULL COMMENT 'SCHEME:VALUE',
  PRIMARY KEY (inspector, business)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- A random draw: what was fixed never changes; of the seed only its commitment is kept until the draw.
CREATE TABLE draw (
  draw_id      INT          NOT NULL AUTO_INCREMENT,
  plan         VARCHAR(64)  NOT NULL COMMENT 'id of its plan in config/draws',
  title_zh     VARCHAR(255) NOT NULL,
  title_en     VARCHAR(255) NOT NULL,
  visibility   VARCHAR(16)  NOT NULL COMMENT 'public, partners or internal',
  divisions    VARCHAR(255) NOT NULL COMMENT 'beginnings of the codes that it covers, with commas between; empty for all',
  state        VARCHAR(16)  NOT NULL COMMENT 'FIXED, COMMITTED, DRAWN, PUBLISHED, WITHDRAWN',
  revision     INT          NOT NULL COMMENT 'counts the moves; who moves names the one that was seen',
  as_of        DATE         NOT NULL,
  public_value VARCHAR(500) NOT NULL COMMENT 'the value that will be mixed in, as it was named before',
  population   INT          NOT NULL,
  excluded     INT          NOT NULL,
  fixed        LONGBLOB     NOT NULL COMMENT 'the draw file, gzip',
  digest       CHAR(64)     NOT NULL COMMENT 'SHA-256 of the draw file',
  commitment   CHAR(64)     NULL,
  drawn        INT          NULL COMMENT 'businesses drawn',
  outcome      LONGBLOB     NULL COMMENT 'the file that is published, gzip',
  fixed_by     VARCHAR(64)  NOT NULL,
  fixed_at     DATETIME(6)  NOT NULL,
  committed_at DATETIME(6)  NULL,
  drawn_at     DATETIME(6)  NULL,
  published_at DATETIME(6)  NULL,
  withdrawn_at DATETIME(6)  NULL,
  reason       VARCHAR(2000) NULL COMMENT 'why it was withdrawn',
  PRIMARY KEY (draw_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
