-- Products, where they lie, and every move they made.
CREATE TABLE category (
    id {id},
    version {int} NOT NULL,
    code {text} NOT NULL UNIQUE,
    name {text} NOT NULL
){table};

CREATE TABLE product (
    id {id},
    version {int} NOT NULL,
    sku {text} NOT NULL UNIQUE,
    name {text} NOT NULL,
    description {text} NOT NULL,
    unit {text} NOT NULL,                         -- what one is: each, kg, m
    barcode {text} NOT NULL,
    weight {int} NOT NULL,                      -- kilograms, millionths
    tax_class {text} NOT NULL,                    -- standard, reduced, zero, …
    category_id {int} REFERENCES category (id),
    stocked {int} NOT NULL,                     -- 0: a service, never moves
    active {int} NOT NULL,
    search {text} NOT NULL,                       -- folded SKU, barcode, name
    created_at {int} NOT NULL,
    changed_at {int} NOT NULL
){table};
CREATE INDEX product_barcode ON product (barcode);
CREATE INDEX product_category ON product (category_id) WHERE category_id IS NOT NULL;

CREATE TABLE image (
    sha256 {text} PRIMARY KEY,                    -- of the bytes: the same picture is kept once
    media_type {text} NOT NULL,
    bytes {blob} NOT NULL
){table};
CREATE TABLE product_image (
    product_id {int} NOT NULL REFERENCES product (id),
    position {int} NOT NULL,
    sha256 {text} NOT NULL REFERENCES image (sha256),
    name {text} NOT NULL,
    PRIMARY KEY (product_id, position)
){clustered};

CREATE TABLE warehouse (
    id {id},
    version {int} NOT NULL,
    code {text} NOT NULL UNIQUE,
    name {text} NOT NULL
){table};
CREATE TABLE location (
    id {id},
    version {int} NOT NULL,
    code {text} NOT NULL UNIQUE,
    name {text} NOT NULL,
    kind {int} NOT NULL,                        -- 1 internal, 2 supplier, 3 customer, 4 in transit, 5 shrinkage, 6 scrap
    warehouse_id {int} REFERENCES warehouse (id),
    pick_order {int} NOT NULL,
    active {int} NOT NULL
){table};

CREATE TABLE stock_move (                        -- stock never appears or vanishes, it moves
    id {id},
    product_id {int} NOT NULL REFERENCES product (id),
    lot {text} NOT NULL,
    from_id {int} NOT NULL REFERENCES location (id),
    to_id {int} NOT NULL REFERENCES location (id),
    quantity {int} NOT NULL CHECK (quantity > 0),
    value {int} NOT NULL,                       -- company currency: what entered (+) or left (-) the stock's value
    day {day} NOT NULL,
    at {int} NOT NULL,
    source {text} NOT NULL,
    source_id {int} NOT NULL,
    memo {text} NOT NULL,
    actor {text} NOT NULL,
    CHECK (from_id <> to_id)
){table};
CREATE INDEX stock_move_product ON stock_move (product_id, id);
CREATE INDEX stock_move_source ON stock_move (source, source_id);
{fact stock_move}

CREATE TABLE stock_balance (                     -- a sum, of internal locations only
    product_id {int} NOT NULL,
    location_id {int} NOT NULL,
    lot {text} NOT NULL,
    on_hand {int} NOT NULL,
    allocated {int} NOT NULL,
    PRIMARY KEY (product_id, location_id, lot),
    CHECK (0 <= allocated AND allocated <= on_hand)
){clustered};

CREATE TABLE stock_value (                       -- a sum: moving average = value / quantity
    product_id {int} PRIMARY KEY,
    quantity {int} NOT NULL CHECK (quantity >= 0),
    value {int} NOT NULL,
    CHECK (value >= 0 AND (quantity > 0 OR value = 0))
){table};
