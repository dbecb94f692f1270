-- By what changes that are pushed to a partner are signed.
ALTER TABLE follower ADD COLUMN signature VARCHAR(16) NOT NULL DEFAULT 'hmac-sha256' COMMENT 'hmac-sha256 or sm2';
