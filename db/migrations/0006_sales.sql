-- From order to cash.
CREATE TABLE channel (
    id {id},
    version {int} NOT NULL,
    name {text} NOT NULL UNIQUE,
    kind {text} NOT NULL,                         -- woocommerce, vendure, …
    url {text} NOT NULL,
    options {text} NOT NULL,                      -- JSON object
    secret {blob},                              -- sealed; never in clear
    state {int} NOT NULL,                       -- 1 active, 2 paused by a person, 3 resting after failures
    state_reason {text} NOT NULL,
    currency {text} NOT NULL,
    tax_inclusive {int} NOT NULL,               -- prices are shown with tax
    warehouse_id {int} REFERENCES warehouse (id), -- NULL: all warehouses serve it
    price_list_id {int} REFERENCES price_list (id),
    buffer {int} NOT NULL,                      -- units held back from every listing
    cursor_at {int},                            -- shop's clock: everything changed before it has been read
    cursor_page {text} NOT NULL,                  -- where an unfinished window goes on
    last_pull {int},
    last_push {int},
    next_run {int},
    failures {int} NOT NULL,
    lease_holder {text} NOT NULL,
    lease_until {int},
    created_at {int} NOT NULL
){table};

CREATE TABLE inbound_message (                   -- what a channel sent, as it came
    id {id},
    channel_id {int} NOT NULL REFERENCES channel (id),
    kind {text} NOT NULL,                         -- order
    external_id {text} NOT NULL,
    hash {text} NOT NULL,                         -- SHA-256 of the body
    changed_at {int},                           -- the shop's timestamp
    received_at {int} NOT NULL,
    body {blob} NOT NULL,                       -- compressed
    UNIQUE (channel_id, kind, external_id, hash)
){table};
{fact inbound_message}

CREATE TABLE sales_order (
    id {id},
    version {int} NOT NULL,
    number {text} NOT NULL UNIQUE,
    state {int} NOT NULL,
    channel_id {int} REFERENCES channel (id),
    external_id {text},
    external_number {text} NOT NULL,
    message_id {int},                           -- the newest message that it was made of
    party_id {int} NOT NULL REFERENCES party (id),
    placed_at {int} NOT NULL,
    day {day} NOT NULL,
    currency {text} NOT NULL,
    rate {int} NOT NULL,                        -- exchange rate, billionths
    tax_inclusive {int} NOT NULL,
    net {int} NOT NULL,                         -- goods and everything else before tax, after discounts
    tax {int} NOT NULL,
    shipping {int} NOT NULL,                    -- part of net
    discount {int} NOT NULL,                    -- already taken off net
    total {int} NOT NULL,
    paid {int} NOT NULL,                        -- received less refunded
    terms_days {int} NOT NULL,
    warehouse_id {int},
    hold {text} NOT NULL,                         -- why it is on hold; '' otherwise
    payment_method {text} NOT NULL,
    reference {text} NOT NULL,                    -- the customer's own number
    note {text} NOT NULL,
    created_at {int} NOT NULL,
    UNIQUE (channel_id, external_id)
){table};
CREATE INDEX sales_order_party ON sales_order (party_id, id);
CREATE INDEX sales_order_at_work ON sales_order (state, id) WHERE state < 80;

CREATE TABLE sales_line (
    order_id {int} NOT NULL REFERENCES sales_order (id),
    line {int} NOT NULL,
    kind {int} NOT NULL,                        -- 1 goods, 2 shipping, 3 fee, 4 gift card, 5 tip, 6 rounding
    product_id {int} REFERENCES product (id),
    sku {text} NOT NULL,
    description {text} NOT NULL,
    quantity {int} NOT NULL,
    unit_price {int} NOT NULL,                  -- before discount; with tax where the order is tax-inclusive
    price_reason {text} NOT NULL,
    discount {int} NOT NULL,                    -- money off the line, before tax
    net {int} NOT NULL,                         -- after discount
    tax {int} NOT NULL,
    total {int} NOT NULL,
    allocated {int} NOT NULL,
    picked {int} NOT NULL,
    packed {int} NOT NULL,
    shipped {int} NOT NULL,
    invoiced {int} NOT NULL,
    returned {int} NOT NULL,
    cancelled {int} NOT NULL,
    external_id {text} NOT NULL,
    PRIMARY KEY (order_id, line),
    CHECK (allocated >= 0 AND picked >= 0 AND picked <= allocated AND packed <= picked AND shipped >= 0
           AND shipped + allocated + cancelled <= quantity AND returned <= shipped)
){clustered};

CREATE INDEX sales_line_backorder ON sales_line (product_id, order_id) WHERE kind = 1 AND quantity > allocated + shipped + cancelled;

CREATE TABLE sales_line_tax (
    order_id {int} NOT NULL,
    line {int} NOT NULL,
    tax_id {int} NOT NULL REFERENCES tax (id),
    base {int} NOT NULL,
    amount {int} NOT NULL,
    PRIMARY KEY (order_id, line, tax_id)
){clustered};

CREATE TABLE order_address (                     -- the order's own copy, whatever becomes of the customer
    order_id {int} NOT NULL REFERENCES sales_order (id),
    role {int} NOT NULL,                        -- 1 billing, 2 delivery (missing: the same)
    name {text} NOT NULL,
    company {text} NOT NULL,
    street {text} NOT NULL,
    street2 {text} NOT NULL,
    postcode {text} NOT NULL,
    city {text} NOT NULL,
    region {text} NOT NULL,
    country {text} NOT NULL,
    phone {text} NOT NULL,
    email {text} NOT NULL,
    PRIMARY KEY (order_id, role)
){clustered};

CREATE TABLE allocation (                        -- goods promised to an order line, still on their shelf
    order_id {int} NOT NULL,
    line {int} NOT NULL,
    location_id {int} NOT NULL,
    lot {text} NOT NULL,
    quantity {int} NOT NULL CHECK (quantity > 0),
    PRIMARY KEY (order_id, line, location_id, lot)
){clustered};

CREATE TABLE shipment (
    id {id},
    number {text} NOT NULL UNIQUE,
    order_id {int} NOT NULL REFERENCES sales_order (id),
    day {day} NOT NULL,
    at {int} NOT NULL,
    carrier {text} NOT NULL,
    tracking {text} NOT NULL
){table};
CREATE INDEX shipment_order ON shipment (order_id);
CREATE TABLE shipment_line (
    shipment_id {int} NOT NULL REFERENCES shipment (id),
    line {int} NOT NULL,                        -- of the order
    quantity {int} NOT NULL CHECK (quantity > 0),
    cost {int} NOT NULL,                        -- cost of goods sold, company currency
    PRIMARY KEY (shipment_id, line)
){clustered};
CREATE TABLE shipment_notice (                   -- a shipment that its channel shall hear of, until confirmed
    shipment_id {int} PRIMARY KEY REFERENCES shipment (id),
    channel_id {int} NOT NULL REFERENCES channel (id),
    state {int} NOT NULL,                       -- 1 to tell, 2 told, 3 refused, 4 unknown: ask first
    message {text} NOT NULL,
    external_id {text} NOT NULL,
    changed_at {int} NOT NULL
){table};
CREATE INDEX shipment_notice_open ON shipment_notice (channel_id) WHERE state <> 2;

CREATE TABLE invoice (
    id {id},
    number {text} NOT NULL UNIQUE,
    kind {int} NOT NULL,                        -- 1 invoice, 2 credit note
    order_id {int} REFERENCES sales_order (id),
    party_id {int} NOT NULL REFERENCES party (id),
    corrects_id {int} REFERENCES invoice (id),
    day {day} NOT NULL,
    due_on {day} NOT NULL,
    at {int} NOT NULL,
    currency {text} NOT NULL,
    rate {int} NOT NULL,
    net {int} NOT NULL,
    tax {int} NOT NULL,
    total {int} NOT NULL,
    memo {text} NOT NULL
){table};
CREATE INDEX invoice_order ON invoice (order_id) WHERE order_id IS NOT NULL;
CREATE INDEX invoice_party ON invoice (party_id, id);
CREATE INDEX invoice_day ON invoice (day);
CREATE TABLE invoice_line (
    invoice_id {int} NOT NULL REFERENCES invoice (id),
    line {int} NOT NULL,
    order_line {int} NOT NULL,
    kind {int} NOT NULL,
    sku {text} NOT NULL,
    description {text} NOT NULL,
    quantity {int} NOT NULL,
    discount {int} NOT NULL,
    net {int} NOT NULL,
    tax {int} NOT NULL,
    total {int} NOT NULL,
    PRIMARY KEY (invoice_id, line)
){clustered};
CREATE TABLE invoice_tax (
    invoice_id {int} NOT NULL REFERENCES invoice (id),
    line {int} NOT NULL,
    tax_id {int} NOT NULL REFERENCES tax (id),
    base {int} NOT NULL,
    amount {int} NOT NULL,
    PRIMARY KEY (invoice_id, line, tax_id)
){clustered};

CREATE TABLE payment (
    id {id},
    number {text} NOT NULL UNIQUE,
    direction {int} NOT NULL,                   -- 1 received, 2 paid out
    party_id {int} NOT NULL REFERENCES party (id),
    order_id {int} REFERENCES sales_order (id),
    channel_id {int} REFERENCES channel (id),
    external_id {text},
    method {text} NOT NULL,
    account_id {int} NOT NULL REFERENCES account (id),  -- where the money lies: bank, cash, a channel's clearing
    day {day} NOT NULL,
    at {int} NOT NULL,
    currency {text} NOT NULL,
    rate {int} NOT NULL,
    amount {int} NOT NULL CHECK (amount > 0),
    memo {text} NOT NULL,
    UNIQUE (channel_id, external_id)
){table};
CREATE INDEX payment_order ON payment (order_id) WHERE order_id IS NOT NULL;

CREATE TABLE sales_return (
    id {id},
    number {text} NOT NULL UNIQUE,
    order_id {int} NOT NULL REFERENCES sales_order (id),
    day {day} NOT NULL,
    at {int} NOT NULL,
    reason {text} NOT NULL
){table};
CREATE INDEX sales_return_order ON sales_return (order_id);
CREATE TABLE sales_return_line (
    return_id {int} NOT NULL REFERENCES sales_return (id),
    line {int} NOT NULL,
    quantity {int} NOT NULL CHECK (quantity > 0),
    decision {int} NOT NULL,                    -- 1 restock, 2 scrap, 3 not sent back
    cost {int} NOT NULL,
    PRIMARY KEY (return_id, line, decision)
){clustered};

-- Bought into stock.
CREATE TABLE goods_receipt (
    id {id},
    number {text} NOT NULL UNIQUE,
    party_id {int} REFERENCES party (id),
    day {day} NOT NULL,
    at {int} NOT NULL,
    memo {text} NOT NULL
){table};
CREATE TABLE goods_receipt_line (
    receipt_id {int} NOT NULL REFERENCES goods_receipt (id),
    line {int} NOT NULL,
    product_id {int} NOT NULL REFERENCES product (id),
    location_id {int} NOT NULL REFERENCES location (id),
    quantity {int} NOT NULL CHECK (quantity > 0),
    cost {int} NOT NULL,                        -- of the whole line, company currency
    PRIMARY KEY (receipt_id, line)
){clustered};
CREATE TABLE supplier_bill (
    id {id},
    number {text} NOT NULL UNIQUE,
    party_id {int} NOT NULL REFERENCES party (id),
    supplier_number {text} NOT NULL,
    receipt_id {int} REFERENCES goods_receipt (id),
    day {day} NOT NULL,
    due_on {day} NOT NULL,
    at {int} NOT NULL,
    currency {text} NOT NULL,
    rate {int} NOT NULL,
    net {int} NOT NULL,
    tax {int} NOT NULL,
    total {int} NOT NULL,
    memo {text} NOT NULL,
    UNIQUE (party_id, supplier_number)
){table};
CREATE TABLE channel_payout (
    id {id},
    number {text} NOT NULL UNIQUE,
    channel_id {int} NOT NULL REFERENCES channel (id),
    external_id {text} NOT NULL,
    day {day} NOT NULL,
    at {int} NOT NULL,
    currency {text} NOT NULL,
    gross {int} NOT NULL,                       -- leaves the clearing account
    fees {int} NOT NULL,
    net {int} NOT NULL,                         -- arrives at the bank
    UNIQUE (channel_id, external_id)
){table};

{fact shipment}
{fact shipment_line}
{fact invoice}
{fact invoice_line}
{fact invoice_tax}
{fact payment}
{fact sales_return}
{fact sales_return_line}
{fact goods_receipt}
{fact goods_receipt_line}
{fact supplier_bill}
{fact channel_payout}
