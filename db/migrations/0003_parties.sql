-- Customers and suppliers.
CREATE TABLE price_list (
    id {id},
    version {int} NOT NULL,
    code {text} NOT NULL UNIQUE,
    name {text} NOT NULL,
    currency {text} NOT NULL,
    tax_inclusive {int} NOT NULL,
    active {int} NOT NULL
){table};

CREATE TABLE party (
    id {id},
    version {int} NOT NULL,
    kind {int} NOT NULL,                        -- 1 customer, 2 supplier
    code {text} NOT NULL,
    name {text} NOT NULL,
    company {text} NOT NULL,
    email {text} NOT NULL,
    email_key {text} NOT NULL,                    -- case-folded, for matching
    phone {text} NOT NULL,
    tax_number {text} NOT NULL,
    language {text} NOT NULL,
    currency {text} NOT NULL,
    price_list_id {int} REFERENCES price_list (id),
    discount {int} NOT NULL,                    -- on top of the list price, millionths
    credit_limit {int},                         -- company currency; NULL: none set
    terms_days {int} NOT NULL,                  -- payment due after so many days
    on_hold {int} NOT NULL,
    guest {int} NOT NULL,                       -- bought without an account
    search {text} NOT NULL,                       -- folded code, name, company, e-mail
    created_at {int} NOT NULL,
    UNIQUE (kind, code)
){table};
CREATE INDEX party_email ON party (email_key);
CREATE INDEX party_price_list ON party (price_list_id) WHERE price_list_id IS NOT NULL;

CREATE TABLE party_address (
    party_id {int} NOT NULL REFERENCES party (id),
    line {int} NOT NULL,                        -- 1 is the main address
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
    PRIMARY KEY (party_id, line)
){clustered};
