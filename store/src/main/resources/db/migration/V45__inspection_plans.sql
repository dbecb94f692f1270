-- What a plan is made on: it rises with every move of a plan of the division and year, and with every hand-out from one.
CREATE TABLE plan_standing (
  division   VARCHAR(16) NOT NULL COMMENT 'beginning of the codes that the plans cover; empty for all',
  plan_year  INT         NOT NULL,
  revision   INT         NOT NULL,
  changed_by VARCHAR(64) NOT NULL COMMENT 'who moved it last',
  changed_at DATETIME(6) NOT NULL,
  act        VARCHAR(32) NOT NULL COMMENT 'by what, in the words of the audit log',
  plan_id    INT         NOT NULL COMMENT 'with which plan',
  PRIMARY KEY (division, plan_year)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- A year's plan of inspections. What was planned never changes; another plan is made after it.
CREATE TABLE inspection_plan (
  plan_id       INT          NOT NULL AUTO_INCREMENT,
  rules         VARCHAR(64)  NOT NULL COMMENT 'id of its rules in config/plans',
  rules_digest  CHAR(64)     NOT NULL COMMENT 'SHA-256 of their text',
  division      VARCHAR(16)  NOT NULL COMMENT 'beginning of the codes that it covers; empty for all',
  plan_year     INT          NOT NULL,
  as_of         DATE         NOT NULL COMMENT 'the day from which it was planned',
  from_day      DATE         NOT NULL COMMENT 'the first day that was planned',
  after_plan    INT          NULL COMMENT 'the plan that it goes on with',
  standing      INT          NOT NULL COMMENT 'the revision of the standing on which it was made',
  state         VARCHAR(16)  NOT NULL COMMENT 'DRAFT, APPROVED, IN_FORCE, SUPERSEDED, WITHDRAWN',
  revision      INT          NOT NULL COMMENT 'counts the moves; who moves names the one that was seen',
  wanted        INT          NOT NULL COMMENT 'visits',
  left_out      INT          NOT NULL COMMENT 'visits for which there was no place',
  broken_floors INT          NOT NULL COMMENT 'visits that the law asks for and that are left out or late; a plan with one is never approved',
  closed        INT          NOT NULL COMMENT 'subjects passed over because they are closed',
  no_division   INT          NOT NULL COMMENT 'subjects passed over because their division is not known',
  gone          INT          NOT NULL COMMENT 'visits of the plan before that are not wanted any more',
  made_by       VARCHAR(64)  NOT NULL,
  made_at       DATETIME(6)  NOT NULL,
  approved_by   VARCHAR(64)  NULL,
  approved_at   DATETIME(6)  NULL,
  in_force_at   DATETIME(6)  NULL,
  ended_at      DATETIME(6)  NULL COMMENT 'when it was superseded or withdrawn',
  reason        VARCHAR(2000) NULL COMMENT 'why it was withdrawn',
  PRIMARY KEY (plan_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE INDEX inspection_plan_of ON inspection_plan (division, plan_year, state);

-- A visit that is wanted, planned or left out.
CREATE TABLE planned_visit (
  plan_id       INT          NOT NULL,
  visit_no      INT          NOT NULL COMMENT 'its number within the plan, from 0',
  business      VARCHAR(100) NOT NULL COMMENT 'SCHEME:VALUE',
  subject       VARCHAR(100) NOT NULL COMMENT 'SCHEME:VALUE of the licence or business that is rated',
  also          TEXT         NOT NULL COMMENT 'further licences of the same visit, one a line',
  name          VARCHAR(255) NOT NULL,
  place         VARCHAR(255) NOT NULL,
  division      VARCHAR(16)  NOT NULL,
  sector        VARCHAR(32)  NOT NULL,
  grade         VARCHAR(32)  NOT NULL COMMENT 'or the state of who has none',
  reason        VARCHAR(16)  NOT NULL COMMENT 'FLOOR, FOLLOW_UP, CAMPAIGN, NEW, ROUTINE',
  weight        BIGINT       NOT NULL COMMENT 'what leaving it out weighs, by the grade',
  skill         VARCHAR(64)  NULL COMMENT 'what one of the two must be able to do',
  due           DATE         NOT NULL,
  law_day       DATE         NULL COMMENT 'the day by which the law wants it whatever the grade; null where it holds no floor',
  day           DATE         NULL COMMENT 'null where it is left out',
  one           VARCHAR(64)  NULL COMMENT 'number of the one inspector; null where it is left out',
  other         VARCHAR(64)  NULL COMMENT 'number of the other',
  why           VARCHAR(16)  NULL COMMENT 'why it is left out',
  broken_floor  BOOLEAN      NOT NULL COMMENT 'whether the law asks for it by a day that it misses',
  old_day       DATE         NULL COMMENT 'its day in the plan before, where that was to be kept',
  old_one       VARCHAR(64)  NULL,
  old_other     VARCHAR(64)  NULL,
  moved         VARCHAR(16)  NULL COMMENT 'why it has another day or pair than before; null where it has not',
  assignment_id BIGINT       NULL COMMENT 'as what it was handed out last, also from the plan before',
  PRIMARY KEY (plan_id, visit_no)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE INDEX planned_visit_day ON planned_visit (plan_id, day);

-- The visits of a grade, and what two more inspectors would make room for.
CREATE TABLE plan_grade (
  plan_id  INT         NOT NULL,
  grade    VARCHAR(32) NOT NULL COMMENT 'or the state of who has none',
  weight   BIGINT      NOT NULL COMMENT 'what leaving one out weighs',
  wanted   INT         NOT NULL,
  left_out INT         NOT NULL,
  brought  INT         NOT NULL COMMENT 'visits of the grade for which two more inspectors would make room',
  PRIMARY KEY (plan_id, grade)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What a plan is worth, constraint by constraint.
CREATE TABLE plan_measure (
  plan_id INT         NOT NULL,
  place   INT         NOT NULL COMMENT 'its place in the table',
  measure VARCHAR(32) NOT NULL,
  is_hard BOOLEAN     NOT NULL COMMENT 'never broken by a plan',
  amount  BIGINT      NOT NULL COMMENT 'of this plan, such as days or visits',
  cost    BIGINT      NULL COMMENT 'the same, weighted; null for what costs nothing by itself',
  by_list BIGINT      NOT NULL COMMENT 'the amount of a plan by list and calendar',
  list_cost BIGINT    NULL,
  PRIMARY KEY (plan_id, place)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The names of those who go. The list of inspectors is replaced whole.
CREATE TABLE plan_inspector (
  plan_id   INT         NOT NULL,
  inspector VARCHAR(64) NOT NULL,
  name      VARCHAR(64) NOT NULL,
  PRIMARY KEY (plan_id, inspector)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
