-- When a channel does which work by itself.
CREATE TABLE channel_schedule (
    channel_id {int} NOT NULL REFERENCES channel (id),
    work {int} NOT NULL,                        -- 1 orders in; out: 2 stock, 3 prices, 4 products, 5 shipments; 6 check
    rhythm {int} NOT NULL,                      -- 0 by hand, 1 at times of day, 2 every so many minutes, 3 as soon as something changes
    minutes {int} NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
    times {text} NOT NULL,                      -- "07:30,12:00", the company's time
    days {int} NOT NULL CHECK (days BETWEEN 1 AND 127),  -- bit 0 Monday … bit 6 Sunday
    opens {int} NOT NULL,                       -- minute of the day
    closes {int} NOT NULL,                      -- minute of the day; 1440: midnight
    remind_hours {int} NOT NULL,                -- overdue when not done for so long; 0: never
    next_run {int},
    last_run {int},                           -- when it was last done
    PRIMARY KEY (channel_id, work)
){clustered};
CREATE INDEX channel_schedule_due ON channel_schedule (next_run) WHERE rhythm > 0;

ALTER TABLE channel DROP COLUMN next_run;

-- Where a shop may knock to say that something happened.
CREATE TABLE channel_webhook (
    channel_id {int} PRIMARY KEY REFERENCES channel (id),
    token {text} NOT NULL UNIQUE,                 -- in the address: which channel is meant
    secret {blob} NOT NULL,                       -- sealed
    calls {int} NOT NULL,                       -- that were signed rightly
    last_call {int}
){table};

-- The hash of an order's text in the shop's list, where it was asked for once more to be complete: what is listed unchanged is not asked for again.
ALTER TABLE inbound_message ADD COLUMN listed_hash {text} NOT NULL DEFAULT '';
-- The kind of channel that wrote it: a site that was served by hand may be joined to its platform later. '': the channel's own.
ALTER TABLE inbound_message ADD COLUMN platform {text} NOT NULL DEFAULT '';
CREATE INDEX inbound_message_changed ON inbound_message (channel_id, changed_at);
