-- What an at-once push looks at: products whose stock, price or text changed since the channel was last compared. It is no queue of what to send:
-- that is still the comparison of wanted and confirmed, of these products now and of all of them by the channel's rhythm.
CREATE TABLE push_due (
    channel_id {int} NOT NULL REFERENCES channel (id),
    work {int} NOT NULL,                        -- as in channel_schedule: 2 stock, 3 prices, 4 products
    product_id {int} NOT NULL REFERENCES product (id),
    times {int} NOT NULL,                       -- noted so often: what came up during a push stays
    PRIMARY KEY (channel_id, work, product_id)
){clustered};

-- What a shop's refund was settled with: each one once, whoever was first to book the goods and the money, the shop or the desk.
CREATE TABLE channel_refund (
    id {id},
    channel_id {int} NOT NULL REFERENCES channel (id),
    external_id {text} NOT NULL,                  -- order/refund/id, as on its payment
    order_id {int} NOT NULL REFERENCES sales_order (id),
    amount {int} NOT NULL,                      -- that the shop gave back, in the order's currency; 0: goods only
    at {int} NOT NULL,
    actor {text} NOT NULL,
    UNIQUE (channel_id, external_id)
){table};
CREATE INDEX channel_refund_order ON channel_refund (order_id);
CREATE TABLE channel_refund_part (               -- of a return, a credit note or a payment; of none: units that were given up
    id {id},
    refund_id {int} NOT NULL REFERENCES channel_refund (id),
    line {int} NOT NULL,                        -- of the order; 0: money paid out
    quantity {int} NOT NULL,
    amount {int} NOT NULL,
    booked_before {int} NOT NULL,               -- 1: the desk had booked it before; 0: it was booked for this refund
    return_id {int} REFERENCES sales_return (id),
    invoice_id {int} REFERENCES invoice (id),
    payment_id {int} REFERENCES payment (id)
){table};
CREATE INDEX channel_refund_part_refund ON channel_refund_part (refund_id);

-- Refunds that are booked already: all of one was booked at one moment.
INSERT INTO channel_refund (channel_id, external_id, order_id, amount, at, actor)
SELECT channel_id, external_id, order_id, amount, at, '' FROM payment
WHERE direction = 2 AND channel_id IS NOT NULL AND order_id IS NOT NULL AND external_id LIKE '%/refund/%' ORDER BY id;
INSERT INTO channel_refund_part (refund_id, line, quantity, amount, booked_before, payment_id)
SELECT f.id, 0, 0, p.amount, 0, p.id FROM channel_refund f JOIN payment p ON p.channel_id = f.channel_id AND p.external_id = f.external_id ORDER BY f.id;
INSERT INTO channel_refund_part (refund_id, line, quantity, amount, booked_before, return_id)
SELECT MIN(f.id), l.line, l.quantity, 0, 0, r.id
FROM (SELECT return_id, line, SUM(quantity) AS quantity FROM sales_return_line GROUP BY return_id, line) l
JOIN sales_return r ON r.id = l.return_id JOIN channel_refund f ON f.order_id = r.order_id AND f.at = r.at
GROUP BY r.id, l.line, l.quantity ORDER BY r.id, l.line;
INSERT INTO channel_refund_part (refund_id, line, quantity, amount, booked_before, invoice_id)
SELECT MIN(f.id), l.order_line, 0, l.total, 0, i.id
FROM (SELECT invoice_id, order_line, SUM(total) AS total FROM invoice_line GROUP BY invoice_id, order_line) l
JOIN invoice i ON i.id = l.invoice_id AND i.kind = 2 JOIN channel_refund f ON f.order_id = i.order_id AND f.at = i.at
GROUP BY i.id, l.order_line, l.total ORDER BY i.id, l.order_line;
INSERT INTO channel_refund_part (refund_id, line, quantity, amount, booked_before)
SELECT MIN(f.id), l.line, l.cancelled, 0, 0 FROM sales_line l JOIN channel_refund f ON f.order_id = l.order_id WHERE l.cancelled > 0
GROUP BY l.order_id, l.line, l.cancelled ORDER BY l.order_id, l.line;

{fact channel_refund}
{fact channel_refund_part}

CREATE TABLE sku_candidate (                     -- listings of a shop that carry the SKU of one product: a person says which one it is
    channel_id {int} NOT NULL REFERENCES channel (id),
    product_id {int} NOT NULL REFERENCES product (id),
    external_id {text} NOT NULL,
    external_parent {text} NOT NULL,
    name {text} NOT NULL,
    PRIMARY KEY (channel_id, product_id, external_id, external_parent)
){clustered};
