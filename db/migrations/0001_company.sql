-- The company itself, its number series, and who did what.
{postgres}
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is a fact and cannot be changed or deleted', TG_TABLE_NAME;
END $$;
{/postgres}

CREATE TABLE company (
    id {int} PRIMARY KEY CHECK (id = 1),
    uid {text} NOT NULL,                          -- never changes, also not by backup and restore
    name {text} NOT NULL,
    country {text} NOT NULL,                      -- ISO 3166, two letters
    currency {text} NOT NULL,                     -- ISO 4217
    time_zone {text} NOT NULL,                    -- IANA
    chart {text} NOT NULL,
    tax_rounding {int} NOT NULL,                -- 0 per line, 1 per document
    year_starts {int} NOT NULL,                 -- month in which the fiscal year starts
    practice {int} NOT NULL,                    -- 1: for rehearsal, said so on every screen
    location_id {int},                          -- where goods arrive and leave unless said otherwise
    configuration {int} NOT NULL,               -- counts changes of accounts, taxes, journals, …; caches go by it
    created_at {int} NOT NULL
){table};

CREATE TABLE series (                            -- gapless numbers; the next one is taken inside the transaction that uses it
    code {text} NOT NULL,
    year {int} NOT NULL,                        -- fiscal year, or 0 where numbers run on
    next {int} NOT NULL,
    PRIMARY KEY (code, year)
){clustered};

CREATE TABLE audit (
    id {id},
    at {int} NOT NULL,
    actor {text} NOT NULL,
    station {text} NOT NULL,
    action {text} NOT NULL,                       -- stable snake_case word
    subject {text} NOT NULL,                      -- table name
    subject_id {int} NOT NULL,
    detail {text} NOT NULL
){table};
CREATE INDEX audit_subject ON audit (subject, subject_id);
{fact audit}
