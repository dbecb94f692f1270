-- The ground of a paper for readers of English; papers drafted before have none.
ALTER TABLE escalation ADD COLUMN ground_en VARCHAR(2000) NULL COMMENT 'the ground in English, with the counts of the Chinese one';
