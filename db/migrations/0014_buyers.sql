-- Who may buy: at all, and on which channel. What a shop does not show any more.
ALTER TABLE party RENAME COLUMN on_hold TO standing; -- 0 good, 1 credit hold, 2 suspended
UPDATE party SET standing = 2 WHERE standing = 1;

ALTER TABLE channel ADD COLUMN buyers {int} NOT NULL DEFAULT 1; -- 1 anyone, 2 who was approved, 3 who was invited

CREATE TABLE channel_buyer (                     -- who may buy on a channel that is not open to anyone
    channel_id {int} NOT NULL REFERENCES channel (id),
    party_id {int} NOT NULL REFERENCES party (id),
    decision_id {int} NOT NULL REFERENCES channel_decision (id), -- who said so, and when
    PRIMARY KEY (channel_id, party_id)
){clustered};
CREATE INDEX channel_buyer_party ON channel_buyer (party_id);
CREATE INDEX channel_buyer_decision ON channel_buyer (decision_id);

ALTER TABLE listing ADD COLUMN presence {int} NOT NULL DEFAULT 0; -- 0 there, 1 gone from the shop, 2 to be made there again
UPDATE listing SET presence = 1 WHERE external_id <> '' AND EXISTS (SELECT 1 FROM sync_exception x WHERE x.channel_id = listing.channel_id
AND x.kind = 'missing_listing' AND x.external_id = listing.external_id AND x.resolution IN ('', 'ignore'));
