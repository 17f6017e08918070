-- What a push may touch, what it holds back, and what it did.
CREATE TABLE shop_field (                        -- what the shop itself looks after: never sent, never compared
    channel_id {int} NOT NULL REFERENCES channel (id),
    field {text} NOT NULL,
    PRIMARY KEY (channel_id, field)
){clustered};

CREATE TABLE push_guard (                        -- limits above which a push waits for a person; without a row, the usual ones
    channel_id {int} PRIMARY KEY REFERENCES channel (id),
    price_change {int} NOT NULL,                -- of one price: a share in millionths
    mass_share {int} NOT NULL,                  -- of the listings, in millionths
    mass_rows {int} NOT NULL                    -- and more rows than this
){table};

CREATE TABLE held_field (                        -- what a push leaves alone until a person releases it
    channel_id {int} NOT NULL REFERENCES channel (id),
    product_id {int} NOT NULL REFERENCES product (id),
    field {text} NOT NULL,
    kind {int} NOT NULL,                        -- 1 by a person, 2 by the undoing of a push, 3 by the guard
    wanted {text} NOT NULL,                       -- what it would have become when the guard held it back
    reason {text} NOT NULL,
    held_by {text} NOT NULL,
    held_at {int} NOT NULL,
    released_by {text} NOT NULL,                  -- '' while it is held; a released row goes once it was sent
    released_at {int},
    PRIMARY KEY (channel_id, product_id, field)
){clustered};

CREATE TABLE push_batch (                        -- one push that changed something, or one look at what a shop has
    id {id},
    channel_id {int} NOT NULL REFERENCES channel (id),
    kind {int} NOT NULL,                        -- 1 push, 2 undo, 3 found in the shop
    undoes_id {int} REFERENCES push_batch (id),
    at {int} NOT NULL,
    actor {text} NOT NULL
){table};
CREATE INDEX push_batch_channel ON push_batch (channel_id, id);
CREATE INDEX push_batch_undoes ON push_batch (undoes_id) WHERE undoes_id IS NOT NULL;

CREATE TABLE push_change (
    id {id},
    batch_id {int} NOT NULL REFERENCES push_batch (id),
    product_id {int} NOT NULL REFERENCES product (id),
    field {text} NOT NULL,
    was {text},                                   -- NULL: not known
    became {text} NOT NULL,                       -- what was sent; of what was found, what was there
    result {text} NOT NULL,                       -- accepted, refused, unknown, found
    message {text} NOT NULL,
    at {int} NOT NULL
){table};
CREATE INDEX push_change_batch ON push_change (batch_id, id);
CREATE INDEX push_change_listing ON push_change (product_id, field, id);

{fact push_batch}
{fact push_change}

-- What of the stock is offered on a channel.
ALTER TABLE listing ADD COLUMN quota {int};     -- most units offered; NULL: as the channel says
ALTER TABLE listing ADD COLUMN share {int};     -- most of the free stock, in millionths; NULL: as the channel says
ALTER TABLE listing ADD COLUMN pack {int} NOT NULL DEFAULT 1; -- units in one of what the shop sells
ALTER TABLE sales_line ADD COLUMN pack {int} NOT NULL DEFAULT 1; -- units in one of what the channel sold: a case of 12

CREATE TABLE channel_offer (                     -- for all listings of a channel that say nothing else
    channel_id {int} PRIMARY KEY REFERENCES channel (id),
    quota {int},
    share {int},
    last_units {int} NOT NULL                   -- the last so many of each product are for this channel alone
){table};
CREATE TABLE channel_warehouse (                 -- that serve a channel; none: all of them
    channel_id {int} NOT NULL REFERENCES channel (id),
    warehouse_id {int} NOT NULL REFERENCES warehouse (id),
    PRIMARY KEY (channel_id, warehouse_id)
){clustered};
INSERT INTO channel_warehouse (channel_id, warehouse_id) SELECT id, warehouse_id FROM channel WHERE warehouse_id IS NOT NULL;
ALTER TABLE channel DROP COLUMN warehouse_id;
