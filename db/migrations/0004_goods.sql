-- Products, where they lie, and every move they made.
CREATE TABLE category (
    id {id},
    version {int} NOT NULL,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL
){table};

CREATE TABLE product (
    id {id},
    version {int} NOT NULL,
    sku TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    unit TEXT NOT NULL,                         -- what one is: each, kg, m
    barcode TEXT NOT NULL,
    weight {int} NOT NULL,                      -- kilograms, millionths
    tax_class TEXT NOT NULL,                    -- standard, reduced, zero, …
    category_id {int} REFERENCES category (id),
    stocked {int} NOT NULL,                     -- 0: a service, never moves
    active {int} NOT NULL,
    search TEXT NOT NULL,                       -- folded SKU, barcode, name
    created_at {int} NOT NULL,
    changed_at {int} NOT NULL
){table};
CREATE INDEX product_barcode ON product (barcode);
CREATE INDEX product_category ON product (category_id) WHERE category_id IS NOT NULL;

CREATE TABLE image (
    sha256 TEXT PRIMARY KEY,                    -- of the bytes: the same picture is kept once
    media_type TEXT NOT NULL,
    bytes {blob} NOT NULL
){table};
CREATE TABLE product_image (
    product_id {int} NOT NULL REFERENCES product (id),
    position {int} NOT NULL,
    sha256 TEXT NOT NULL REFERENCES image (sha256),
    name TEXT NOT NULL,
    PRIMARY KEY (product_id, position)
){clustered};

CREATE TABLE warehouse (
    id {id},
    version {int} NOT NULL,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL
){table};
CREATE TABLE location (
    id {id},
    version {int} NOT NULL,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    kind {int} NOT NULL,                        -- 1 internal, 2 supplier, 3 customer, 4 in transit, 5 shrinkage, 6 scrap
    warehouse_id {int} REFERENCES warehouse (id),
    pick_order {int} NOT NULL,
    active {int} NOT NULL
){table};

CREATE TABLE stock_move (                        -- stock never appears or vanishes, it moves
    id {id},
    product_id {int} NOT NULL REFERENCES product (id),
    lot TEXT NOT NULL,
    from_id {int} NOT NULL REFERENCES location (id),
    to_id {int} NOT NULL REFERENCES location (id),
    quantity {int} NOT NULL CHECK (quantity > 0),
    value {int} NOT NULL,                       -- company currency: what entered (+) or left (-) the stock's value
    day {day} NOT NULL,
    at {int} NOT NULL,
    source TEXT NOT NULL,
    source_id {int} NOT NULL,
    memo TEXT NOT NULL,
    actor TEXT NOT NULL,
    CHECK (from_id <> to_id)
){table};
CREATE INDEX stock_move_product ON stock_move (product_id, id);
CREATE INDEX stock_move_source ON stock_move (source, source_id);
{fact stock_move}

CREATE TABLE stock_balance (                     -- a sum, of internal locations only
    product_id {int} NOT NULL,
    location_id {int} NOT NULL,
    lot TEXT NOT NULL,
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
