-- A program of the authority's own reads visits and plans of its divisions and sends results; a platform's never does.
ALTER TABLE api_client ADD COLUMN divisions VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'of a program of the authority itself the beginnings of division codes to which it is kept, with blanks between; empty for a platform';
