-- The model cn-food-risk-2016 over columns, in one statement. ${asOf} is the day for which it rates. "seq" is the place in the file, which is in
-- the order of the days.
WITH licences AS (
  SELECT file, arg_max(sector, seq) AS sector, arg_max(status, seq) AS status, arg_max(valid_to, seq) AS valid_to,
         bool_or(valid_from <= DATE '${asOf}' - INTERVAL 36 MONTH) AS old_enough
  FROM licence GROUP BY file
), profiles AS (
  SELECT p.* FROM profile p JOIN (SELECT file, max(seq) AS seq FROM profile GROUP BY file) newest USING (file, seq)
), newest_full AS (
  SELECT file, max(seq) AS seq, max(day) AS day FROM inspection WHERE kind = 'full' GROUP BY file
  HAVING max(day) >= DATE '${asOf}' - INTERVAL 12 MONTH
), dynamic AS (
  SELECT file, sum(points) FILTER (result = 'fail') AS failed, sum(points) FILTER (result IN ('pass', 'fail')) AS applicable
  FROM item JOIN newest_full USING (file, seq) GROUP BY file
), penalties AS (
  SELECT file,
         bool_or(year(day) = ${year} - 1 AND contains(conduct, '故意')
           AND list_has_any(kinds, ['罚款', '没收违法所得', '没收非法财物', '暂扣许可证件', '降低资质等级', '吊销许可证件', '限制开展生产经营活动',
                                    '责令停产停业', '责令关闭', '限制从业'])) AS wilful,
         bool_or(year(day) = ${year} - 1 AND (contains(conduct, '不良社会影响') OR contains(conduct, '恶劣社会影响') OR contains(conduct, '社会影响恶劣')
           OR contains(conduct, '恶劣影响') OR contains(conduct, '影响恶劣'))) AS social_effect,
         bool_or(year(day) = ${year} - 1 AND contains(conduct, '食品安全事故')) AS accident,
         bool_or(year(day) = ${year} - 1 AND (contains(conduct, '召回') OR contains(conduct, '停止经营'))) AS recall,
         bool_or(year(day) = ${year} - 1
           AND (contains(conduct, '拒绝') OR contains(conduct, '拒不接受') OR contains(conduct, '拒不配合') OR contains(conduct, '逃避')
             OR contains(conduct, '阻挠') OR contains(conduct, '阻碍'))
           AND (contains(conduct, '检查') OR contains(conduct, '调查'))) AS obstruction,
         bool_or(day >= DATE '${asOf}' - INTERVAL 36 MONTH) AS recent
  FROM penalty GROUP BY file
), samples AS (
  SELECT file, bool_or(year(day) = ${year} - 1 AND (contains(task, '国家') OR contains(task, '国抽') OR contains(task, '总局')
           OR contains(task, '省级') OR contains(task, '省抽') OR contains(task, '省局'))) AS failed
  FROM sample GROUP BY file
), tiers AS (
  SELECT l.file, l.old_enough, p.*,
         l.sector = 'sales' AS sales,
         CASE WHEN l.status <> 'valid' OR l.valid_to < DATE '${asOf}' THEN 'SUSPENDED'
              WHEN p.file IS NULL OR (l.sector <> 'sales' AND (p.form IS NULL OR p.form NOT IN
                ('restaurant', 'unit-canteen', 'school-canteen', 'kindergarten-canteen', 'collective-meal', 'central-kitchen'))) THEN 'NOT_RATED'
         END AS state,
         CASE WHEN l.sector = 'sales' THEN
                CASE WHEN p.prepacked_chilled > 0 OR p.prepacked_frozen > 0 OR p.bulk_chilled > 0 OR p.bulk_frozen > 0 THEN 3
                     WHEN p.bulk_ambient > 0 THEN 2 ELSE 1 END
              WHEN p.vulnerable OR p.form <> 'restaurant' OR p.form IS NULL THEN 4
              WHEN list_contains(p.food_kinds, 'raw') THEN 3
              WHEN list_has_any(p.food_kinds, ['cold', 'cake', 'hot']) THEN CASE WHEN p.perishable THEN 3 ELSE 2 END
              ELSE 1 END AS tier
  FROM licences l LEFT JOIN profiles p USING (file)
), points AS (
  SELECT t.file, t.old_enough, t.state, t.tier, d.file IS NULL AND f.file IS NULL AS newcomer,
         (NOT t.sales AND t.form = 'restaurant' AND t.area IS NULL)
           OR (NOT t.sales AND t.form IN ('unit-canteen', 'school-canteen', 'kindergarten-canteen') AND t.diners IS NULL)
           OR coalesce(d.applicable, 0) = 0 AS missing,
         least(40, CASE WHEN t.sales THEN
             CASE WHEN area IS NULL THEN 0 WHEN area <= 200 THEN 1 WHEN area <= 1000 THEN 2 WHEN area <= 2000 THEN 2.5 WHEN area <= 3000 THEN 3 ELSE 4 END
             + CASE WHEN prepacked_ambient IS NULL OR prepacked_ambient <= 0 THEN 0 WHEN prepacked_ambient <= 500 THEN 0.5
                    WHEN prepacked_ambient <= 2000 THEN 1 WHEN prepacked_ambient <= 5000 THEN 1.2 WHEN prepacked_ambient <= 10000 THEN 1.5 ELSE 2 END
             + CASE WHEN prepacked_chilled IS NULL OR prepacked_chilled <= 0 THEN 0 WHEN prepacked_chilled <= 100 THEN 1
                    WHEN prepacked_chilled <= 300 THEN 3 WHEN prepacked_chilled <= 600 THEN 4 WHEN prepacked_chilled <= 1000 THEN 5 ELSE 7 END
             + CASE WHEN prepacked_frozen IS NULL OR prepacked_frozen <= 0 THEN 0 WHEN prepacked_frozen <= 100 THEN 1
                    WHEN prepacked_frozen <= 300 THEN 1.5 WHEN prepacked_frozen <= 600 THEN 2 WHEN prepacked_frozen <= 1000 THEN 2.5 ELSE 3 END
             + CASE WHEN bulk_ambient IS NULL OR bulk_ambient <= 0 THEN 0 WHEN bulk_ambient <= 100 THEN 1 WHEN bulk_ambient <= 300 THEN 1.5
                    WHEN bulk_ambient <= 600 THEN 2 WHEN bulk_ambient <= 1000 THEN 3 ELSE 5 END
             + CASE WHEN bulk_chilled IS NULL OR bulk_chilled <= 0 THEN 0 WHEN bulk_chilled <= 30 THEN 6 WHEN bulk_chilled <= 50 THEN 6.5
                    WHEN bulk_chilled <= 100 THEN 7 WHEN bulk_chilled <= 150 THEN 8 ELSE 9 END
             + CASE WHEN bulk_frozen IS NULL OR bulk_frozen <= 0 THEN 0 WHEN bulk_frozen <= 50 THEN 1 WHEN bulk_frozen <= 100 THEN 2
                    WHEN bulk_frozen <= 200 THEN 2.5 WHEN bulk_frozen <= 300 THEN 3 ELSE 4 END
             + CASE WHEN suppliers IS NULL THEN 0 WHEN suppliers <= 50 THEN 2 WHEN suppliers <= 100 THEN 3 WHEN suppliers <= 200 THEN 4
                    WHEN suppliers <= 300 THEN 5 ELSE 6 END
           ELSE
             CASE t.tier WHEN 1 THEN 10.125 WHEN 2 THEN 13.125 WHEN 3 THEN 16.875 ELSE 24 END
             + CASE WHEN t.form = 'restaurant' THEN
                      CASE WHEN area <= 150 THEN 2 WHEN area <= 500 THEN 4 WHEN area <= 1000 THEN 6 WHEN area <= 3000 THEN 8 ELSE 10 END
                    WHEN t.form IN ('collective-meal', 'central-kitchen') THEN 8
                    ELSE CASE WHEN diners <= 50 THEN 2 WHEN diners <= 300 THEN 4 WHEN diners <= 500 THEN 7 ELSE 10 END END
           END)::DOUBLE + 60.0 * coalesce(d.failed, 0) / d.applicable AS total,
         coalesce(n.wilful, false)::INT + coalesce(s.failed, false)::INT + coalesce(n.social_effect, false)::INT + coalesce(n.accident, false)::INT
           + coalesce(n.recall, false)::INT + coalesce(n.obstruction, false)::INT AS raised,
         coalesce(n.accident OR n.obstruction, false) AS by_two,
         coalesce(n.recent, false) AS recent
  FROM tiers t
  LEFT JOIN newest_full f USING (file)
  LEFT JOIN dynamic d USING (file)
  LEFT JOIN penalties n USING (file)
  LEFT JOIN samples s USING (file)
), computed AS (
  SELECT file, raised, by_two, old_enough, recent,
         CASE WHEN state IS NOT NULL THEN state WHEN newcomer THEN 'RATED' WHEN missing THEN 'NOT_RATED' ELSE 'RATED' END AS state,
         CASE WHEN state IS NULL AND NOT newcomer AND NOT missing THEN round(total, 9) END AS score,
         CASE WHEN state IS NOT NULL THEN NULL WHEN newcomer THEN tier - 1 WHEN missing THEN NULL
              WHEN round(total, 9) <= 30 THEN 0 WHEN round(total, 9) <= 45 THEN 1 WHEN round(total, 9) <= 60 THEN 2 ELSE 3 END AS grade
  FROM points
)
SELECT file, state, round(score, 4) AS score, grade AS computed,
       CASE WHEN grade IS NULL THEN NULL
            WHEN raised > 0 THEN least(3, grade + CASE WHEN raised >= 2 OR by_two THEN 2 ELSE 1 END)
            WHEN old_enough AND NOT recent THEN greatest(0, grade - 1)
            ELSE grade END AS grade
FROM computed
