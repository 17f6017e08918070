-- Decisions about what channels sent, so that each can be seen and taken back; customers that turned out to be one.
CREATE TABLE channel_decision (
    id {id},
    channel_id {int} NOT NULL REFERENCES channel (id),
    kind {text} NOT NULL,                         -- of the exceptions that it resolved
    subject {text} NOT NULL,
    action {text} NOT NULL,
    target_id {int},                            -- product or tax
    made_at {int} NOT NULL,
    actor {text} NOT NULL,
    taken_back_at {int},
    taken_back_by {text} NOT NULL
){table};
INSERT INTO channel_decision (channel_id, kind, subject, action, target_id, made_at, actor, taken_back_by)
SELECT channel_id, kind, subject, action, target_id, made_at, actor, '' FROM channel_rule ORDER BY made_at;

ALTER TABLE sync_exception ADD COLUMN decision_id {int} REFERENCES channel_decision (id);
ALTER TABLE sync_exception ADD COLUMN stood_at {int}; -- the message that the order stood at before its difference was accepted
CREATE INDEX sync_exception_decision ON sync_exception (decision_id) WHERE decision_id IS NOT NULL;

ALTER TABLE party ADD COLUMN merged_into {int} REFERENCES party (id); -- NULL: stands for itself; never a chain
CREATE INDEX party_merged ON party (merged_into) WHERE merged_into IS NOT NULL;
