-- The general ledger. Lines are written first; inserting the entry seals them.
CREATE TABLE account (
    id {id},
    version {int} NOT NULL,
    code {text} NOT NULL UNIQUE,
    name {text} NOT NULL,
    type {int} NOT NULL,                        -- 1 asset, 2 liability, 3 equity, 4 income, 5 expense
    active {int} NOT NULL
){table};

CREATE TABLE account_role (                      -- which account an event posts to; the narrowest scope wins
    role {text} NOT NULL,
    scope {text} NOT NULL,                        -- '' company, 'channel', 'tax', 'category', 'currency'
    scope_id {int} NOT NULL,
    account_id {int} NOT NULL REFERENCES account (id),
    PRIMARY KEY (role, scope, scope_id)
){clustered};

CREATE TABLE journal (
    id {id},
    code {text} NOT NULL UNIQUE,
    name {text} NOT NULL
){table};

CREATE TABLE period (                            -- a month: 202601
    id {int} PRIMARY KEY,
    state {int} NOT NULL,                       -- 0 open, 1 closed, 2 locked
    changed_at {int} NOT NULL
){table};

CREATE TABLE ledger_head (                       -- the end of the chain; its lock orders all postings
    id {int} PRIMARY KEY CHECK (id = 1),
    last_entry {int} NOT NULL,
    last_hash {blob} NOT NULL
){table};

CREATE TABLE journal_entry (
    id {int} PRIMARY KEY,
    journal_id {int} NOT NULL REFERENCES journal (id),
    year {int} NOT NULL,
    number {int} NOT NULL,                      -- gapless per journal and fiscal year
    day {day} NOT NULL,
    period_id {int} NOT NULL,
    memo {text} NOT NULL,
    source {text} NOT NULL,                       -- table of the document that made it
    source_id {int} NOT NULL,
    reverses_id {int},
    recorded_at {int} NOT NULL,
    actor {text} NOT NULL,
    previous_hash {blob} NOT NULL,
    hash {blob} NOT NULL,
    UNIQUE (journal_id, year, number)
){table};
CREATE INDEX journal_entry_day ON journal_entry (day);
CREATE INDEX journal_entry_source ON journal_entry (source, source_id);
CREATE UNIQUE INDEX journal_entry_reverses ON journal_entry (reverses_id) WHERE reverses_id IS NOT NULL; -- an entry is reversed once

CREATE TABLE journal_line (
    entry_id {int} NOT NULL REFERENCES journal_entry (id) DEFERRABLE INITIALLY DEFERRED,
    line {int} NOT NULL,
    account_id {int} NOT NULL REFERENCES account (id),
    party_id {int},
    amount {int} NOT NULL,                      -- company currency; debit positive, credit negative
    currency {text},                              -- where the document was in another one
    currency_amount {int},
    PRIMARY KEY (entry_id, line)
){clustered};
CREATE INDEX journal_line_account ON journal_line (account_id, entry_id);

CREATE TABLE account_balance (                   -- a sum: turnover of an account in a period
    account_id {int} NOT NULL,
    period_id {int} NOT NULL,
    debit {int} NOT NULL,
    credit {int} NOT NULL,
    PRIMARY KEY (account_id, period_id)
){clustered};

CREATE TABLE open_item (                         -- a sum: what is still open of an invoice, a credit note, a payment, a deposit
    id {id},
    party_id {int} NOT NULL,
    account_id {int} NOT NULL REFERENCES account (id),
    source {text} NOT NULL,
    source_id {int} NOT NULL,
    order_id {int},
    day {day} NOT NULL,
    due_on {day} NOT NULL,
    currency {text} NOT NULL,
    amount {int} NOT NULL,                      -- debit positive; in the item's currency
    open {int} NOT NULL,
    base_amount {int} NOT NULL,                 -- in the company's currency
    base_open {int} NOT NULL,
    CHECK ((amount >= 0 AND open >= 0 AND open <= amount) OR (amount < 0 AND open <= 0 AND open >= amount))
){table};
CREATE INDEX open_item_party ON open_item (party_id, due_on) WHERE open <> 0;
CREATE INDEX open_item_order ON open_item (order_id) WHERE open <> 0;
CREATE INDEX open_item_source ON open_item (source, source_id);

CREATE TABLE settlement (                        -- a part of one item set against another
    id {id},
    debit_item {int} NOT NULL REFERENCES open_item (id),
    credit_item {int} NOT NULL REFERENCES open_item (id),
    amount {int} NOT NULL,                      -- in the items' currency
    debit_base {int} NOT NULL,
    credit_base {int} NOT NULL,
    entry_id {int},
    day {day} NOT NULL,                         -- from which on both items are open so much less
    at {int} NOT NULL
){table};
CREATE INDEX settlement_debit ON settlement (debit_item);
CREATE INDEX settlement_credit ON settlement (credit_item);
CREATE INDEX settlement_day ON settlement (day);

CREATE TABLE exchange_rate (
    currency {text} NOT NULL,
    day {day} NOT NULL,                         -- from this day on
    rate {int} NOT NULL,                        -- billionths of the company's currency per unit
    PRIMARY KEY (currency, day)
){clustered};

{fact journal_entry}
{fact journal_line}
{fact settlement}

{sqlite}
CREATE TRIGGER journal_line_unsealed BEFORE INSERT ON journal_line
WHEN EXISTS (SELECT 1 FROM journal_entry WHERE id = NEW.entry_id)
BEGIN SELECT RAISE(ABORT, 'the entry is sealed: no line can be added'); END;

CREATE TRIGGER journal_entry_seals BEFORE INSERT ON journal_entry
BEGIN
    SELECT CASE WHEN COUNT(*) < 2 THEN RAISE(ABORT, 'an entry needs at least two lines')
                WHEN SUM(amount) <> 0 THEN RAISE(ABORT, 'the entry does not balance') END FROM journal_line WHERE entry_id = NEW.id;
    SELECT RAISE(ABORT, 'the period is closed') WHERE EXISTS (SELECT 1 FROM period WHERE id = NEW.period_id AND state <> 0);
    SELECT RAISE(ABORT, 'an entry cannot be replaced') WHERE EXISTS (SELECT 1 FROM journal_entry WHERE id = NEW.id);
END;
{/sqlite}
{postgres}
-- Both take the head's lock, so that two transactions cannot each see half of an entry.
CREATE FUNCTION journal_line_unsealed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM ledger_head FOR UPDATE;
    IF EXISTS (SELECT 1 FROM journal_entry WHERE id = NEW.entry_id) THEN
        RAISE EXCEPTION 'the entry is sealed: no line can be added';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER journal_line_unsealed BEFORE INSERT ON journal_line FOR EACH ROW EXECUTE FUNCTION journal_line_unsealed();

CREATE FUNCTION journal_entry_seals() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    lines BIGINT;
    total NUMERIC;
BEGIN
    PERFORM 1 FROM ledger_head FOR UPDATE;
    SELECT COUNT(*), SUM(amount) INTO lines, total FROM journal_line WHERE entry_id = NEW.id;
    IF lines < 2 THEN
        RAISE EXCEPTION 'an entry needs at least two lines';
    END IF;
    IF total <> 0 THEN
        RAISE EXCEPTION 'the entry does not balance';
    END IF;
    IF EXISTS (SELECT 1 FROM period WHERE id = NEW.period_id AND state <> 0) THEN
        RAISE EXCEPTION 'the period is closed';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER journal_entry_seals BEFORE INSERT ON journal_entry FOR EACH ROW EXECUTE FUNCTION journal_entry_seals();
{/postgres}
