-- What things cost and which tax is due.
CREATE TABLE price (
    id {id},
    version {int} NOT NULL,
    product_id {int} NOT NULL REFERENCES product (id),
    price_list_id {int} REFERENCES price_list (id),   -- NULL with no party: the base list
    party_id {int} REFERENCES party (id),             -- a customer's own price
    minimum {int} NOT NULL,                     -- from this quantity on
    price {int} NOT NULL CHECK (price >= 0),    -- per unit, millionths
    currency {text} NOT NULL,
    tax_inclusive {int} NOT NULL,
    valid_from {day},
    valid_to {day},                             -- last day
    CHECK (price_list_id IS NULL OR party_id IS NULL)
){table};
CREATE INDEX price_product ON price (product_id);
CREATE INDEX price_party ON price (party_id, product_id) WHERE party_id IS NOT NULL;

CREATE TABLE tax (
    id {id},
    version {int} NOT NULL,
    code {text} NOT NULL UNIQUE,                  -- DE19, DE7, …
    name {text} NOT NULL,
    country {text} NOT NULL,
    tax_class {text} NOT NULL,
    rate {int} NOT NULL,                        -- millionths
    valid_from {day},
    valid_to {day},
    active {int} NOT NULL
){table};
