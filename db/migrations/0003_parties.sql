-- Customers and suppliers.
CREATE TABLE price_list (
    id {id},
    version {int} NOT NULL,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    currency TEXT NOT NULL,
    tax_inclusive {int} NOT NULL,
    active {int} NOT NULL
){table};

CREATE TABLE party (
    id {id},
    version {int} NOT NULL,
    kind {int} NOT NULL,                        -- 1 customer, 2 supplier
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    company TEXT NOT NULL,
    email TEXT NOT NULL,
    email_key TEXT NOT NULL,                    -- case-folded, for matching
    phone TEXT NOT NULL,
    tax_number TEXT NOT NULL,
    language TEXT NOT NULL,
    currency TEXT NOT NULL,
    price_list_id {int} REFERENCES price_list (id),
    discount {int} NOT NULL,                    -- on top of the list price, millionths
    credit_limit {int},                         -- company currency; NULL: none set
    terms_days {int} NOT NULL,                  -- payment due after so many days
    on_hold {int} NOT NULL,
    guest {int} NOT NULL,                       -- bought without an account
    search TEXT NOT NULL,                       -- folded code, name, company, e-mail
    created_at {int} NOT NULL,
    UNIQUE (kind, code)
){table};
CREATE INDEX party_email ON party (email_key);
CREATE INDEX party_price_list ON party (price_list_id) WHERE price_list_id IS NOT NULL;

CREATE TABLE party_address (
    party_id {int} NOT NULL REFERENCES party (id),
    line {int} NOT NULL,                        -- 1 is the main address
    name TEXT NOT NULL,
    company TEXT NOT NULL,
    street TEXT NOT NULL,
    street2 TEXT NOT NULL,
    postcode TEXT NOT NULL,
    city TEXT NOT NULL,
    region TEXT NOT NULL,
    country TEXT NOT NULL,
    phone TEXT NOT NULL,
    email TEXT NOT NULL,
    PRIMARY KEY (party_id, line)
){clustered};
