-- What each channel was last confirmed to hold, what waits for a decision, and what was decided.
CREATE TABLE listing (
    id {id},
    version {int} NOT NULL,
    channel_id {int} NOT NULL REFERENCES channel (id),
    product_id {int} NOT NULL REFERENCES product (id),
    external_id {text} NOT NULL,                  -- '' until the channel has it
    external_parent {text} NOT NULL,              -- the product that a variant belongs to
    published {int} NOT NULL,                   -- 0: not offered there
    buffer {int},                               -- units held back; NULL: the channel's
    confirmed_stock {int},                      -- NULL: not known
    confirmed_price {int},                      -- millionths
    confirmed_content {text} NOT NULL,            -- hash of name, description, barcode, weight, …
    confirmed_images {text} NOT NULL,             -- hashes in order
    stock_state {int} NOT NULL,                 -- 0 fine, 1 refused (message), 2 unknown: the answer was lost
    message {text} NOT NULL,
    changed_at {int} NOT NULL,
    UNIQUE (channel_id, product_id)
){table};
CREATE INDEX listing_external ON listing (channel_id, external_id);

CREATE TABLE channel_image (                     -- a picture is sent to a channel once
    channel_id {int} NOT NULL REFERENCES channel (id),
    sha256 {text} NOT NULL,
    external_id {text} NOT NULL,
    PRIMARY KEY (channel_id, sha256)
){clustered};

CREATE TABLE channel_customer (
    channel_id {int} NOT NULL REFERENCES channel (id),
    external_id {text} NOT NULL,
    party_id {int} NOT NULL REFERENCES party (id),
    PRIMARY KEY (channel_id, external_id)
){clustered};

CREATE TABLE sync_exception (
    id {id},
    version {int} NOT NULL,
    channel_id {int} NOT NULL REFERENCES channel (id),
    kind {text} NOT NULL,
    subject {text} NOT NULL,                      -- what the cause is called: a SKU, a tax rate, …; same cause, same decision
    external_id {text} NOT NULL,
    message_id {int},
    order_id {int} REFERENCES sales_order (id),
    message {text} NOT NULL,
    resolution {text} NOT NULL,                   -- '' while open
    created_at {int} NOT NULL,
    resolved_at {int}
){table};
CREATE INDEX sync_exception_open ON sync_exception (channel_id, kind) WHERE resolution = '';
CREATE INDEX sync_exception_first ON sync_exception (id) WHERE resolution = '';
CREATE INDEX sync_exception_order ON sync_exception (order_id) WHERE order_id IS NOT NULL;

CREATE TABLE channel_rule (                      -- a remembered decision
    channel_id {int} NOT NULL REFERENCES channel (id),
    kind {text} NOT NULL,
    subject {text} NOT NULL,
    action {text} NOT NULL,
    target_id {int},                            -- product or tax
    made_at {int} NOT NULL,
    actor {text} NOT NULL,
    PRIMARY KEY (channel_id, kind, subject)
){clustered};

CREATE TABLE channel_run (
    id {id},
    channel_id {int} NOT NULL REFERENCES channel (id),
    direction {text} NOT NULL,                    -- pull, push
    started_at {int} NOT NULL,
    finished_at {int} NOT NULL,
    outcome {text} NOT NULL,                      -- done, cancelled, failed
    summary {text} NOT NULL                       -- JSON: the counts
){table};
CREATE INDEX channel_run_channel ON channel_run (channel_id, id);
