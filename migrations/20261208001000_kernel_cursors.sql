-- Cursors that clients keep are sealed: a place in the order of all events would tell how much happens that one may not see.

ALTER TABLE hubs ADD COLUMN cursor_key bytea NOT NULL DEFAULT uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
COMMENT ON COLUMN hubs.cursor_key IS 'Seals the cursors that clients keep, the same on all nodes.';
