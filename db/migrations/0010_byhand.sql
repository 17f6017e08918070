-- Sites that people serve by hand: what was ticked off on their worksheets, what their files' columns mean, what serving them cost.
CREATE TABLE worksheet_tick (                    -- a person typed a line of the worksheet into the site, or took a tick back
    id {id},
    channel_id {int} NOT NULL REFERENCES channel (id),
    field {text} NOT NULL,                        -- new, retired, stock, price, text, images, shipment
    product_id {int} REFERENCES product (id),
    shipment_id {int} REFERENCES shipment (id),
    was {text} NOT NULL,                          -- JSON: what the listing was confirmed to hold before
    became {text} NOT NULL,                       -- JSON: and holds since
    shown_was {text} NOT NULL,                    -- the same as the person saw it
    shown_became {text} NOT NULL,
    undoes_id {int} UNIQUE REFERENCES worksheet_tick (id),
    at {int} NOT NULL,
    actor {text} NOT NULL
){table};
CREATE INDEX worksheet_tick_product ON worksheet_tick (channel_id, product_id, field, id);

CREATE TABLE column_meaning (                    -- what a heading means in the files of one channel, learnt once
    channel_id {int} NOT NULL REFERENCES channel (id),
    heading {text} NOT NULL,
    field {text} NOT NULL,                        -- '': nothing
    PRIMARY KEY (channel_id, heading)
){clustered};

CREATE TABLE hand_work (                         -- one piece of work by hand, and the slips that were caught in it
    id {id},
    channel_id {int} NOT NULL REFERENCES channel (id),
    task {int} NOT NULL,                        -- 1 entering an order, 2 a worksheet
    order_id {int} REFERENCES sales_order (id),
    day {day} NOT NULL,
    at {int} NOT NULL,
    actor {text} NOT NULL,
    seconds {int} NOT NULL,                     -- at work, without pauses
    items {int} NOT NULL,                       -- lines or ticks
    totals {int} NOT NULL,                      -- caught by the control total
    duplicates {int} NOT NULL,
    unknown_skus {int} NOT NULL
){table};
CREATE INDEX hand_work_channel ON hand_work (channel_id, day);

{fact worksheet_tick}
{fact hand_work}
