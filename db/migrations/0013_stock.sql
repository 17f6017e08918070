-- What an at-once push looks at: products whose stock, price or text changed since the channel was last compared. It is no queue of what to send:
-- that is still the comparison of wanted and confirmed, of these products now and of all of them by the channel's rhythm.
CREATE TABLE push_due (
    channel_id {int} NOT NULL REFERENCES channel (id),
    work {int} NOT NULL,                        -- as in channel_schedule: 2 stock, 3 prices, 4 products
    product_id {int} NOT NULL REFERENCES product (id),
    times {int} NOT NULL,                       -- noted so often: what came up during a push stays
    PRIMARY KEY (channel_id, work, product_id)
){clustered};
