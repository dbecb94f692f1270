-- What a kept answer is held against is asked for several times a second; none of it may go through whole tables.

CREATE INDEX rating_run_state ON rating_run (state);

CREATE INDEX business_link_unlinked ON business_link (unlinked_at);
