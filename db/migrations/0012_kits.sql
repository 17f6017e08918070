-- Products that are sold as one and shipped as several.
CREATE TABLE product_component (                 -- what a kit consists of
    product_id {int} NOT NULL REFERENCES product (id),
    component_id {int} NOT NULL REFERENCES product (id),
    quantity {int} NOT NULL CHECK (quantity > 0), -- in one kit
    PRIMARY KEY (product_id, component_id),
    CHECK (product_id <> component_id)
){clustered};
CREATE INDEX product_component_in ON product_component (component_id);

ALTER TABLE sales_line ADD COLUMN kit_line {int} NOT NULL DEFAULT 0; -- of a component: the line of its kit; of a kit: its own line; else 0
