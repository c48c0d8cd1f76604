-- The hub itself and the append-only outbox that every consumer reads.

CREATE TABLE hubs (
    singleton boolean PRIMARY KEY DEFAULT true CONSTRAINT hubs_one_row CHECK (singleton),
    id uuid NOT NULL,
    epoch uuid NOT NULL,
    demo boolean NOT NULL DEFAULT false,
    set_up_at timestamptz
);
COMMENT ON TABLE hubs IS 'One row: this hub. Absent until the first start.';
COMMENT ON COLUMN hubs.epoch IS 'Changes when the database moves to another cluster (restore): transaction ids start anew there, so older cursors mean nothing.';
COMMENT ON COLUMN hubs.demo IS 'Demo sign-in without password is offered; decided when the hub is created, never switched on later.';

CREATE TABLE outbox (
    position bigserial PRIMARY KEY,
    xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    id uuid NOT NULL CONSTRAINT outbox_id_unique UNIQUE,
    at timestamptz NOT NULL,
    kind text NOT NULL,
    entity text NOT NULL,
    entity_id text NOT NULL,
    network_id uuid,
    organisation_id uuid,
    actor_id uuid,
    on_behalf_of uuid,
    payload jsonb NOT NULL DEFAULT '{}'
);
COMMENT ON TABLE outbox IS 'What happened, in the transaction that made it happen. Read in (xid, position) order below the oldest running transaction: a bigserial alone commits out of order and would hide events from readers.';
COMMENT ON COLUMN outbox.kind IS 'entity.verb in the past tense, e.g. organisation.updated';
COMMENT ON COLUMN outbox.actor_id IS 'The person who acted; null for the system.';
COMMENT ON COLUMN outbox.on_behalf_of IS 'The organisation for which the person acted.';
COMMENT ON COLUMN outbox.payload IS 'References and old/new codes only, never content: consumers re-read by id under the rights of whoever is told.';

CREATE INDEX outbox_commit_order ON outbox (xid, position);
CREATE INDEX outbox_by_entity ON outbox (entity, entity_id, position);
CREATE INDEX outbox_by_network ON outbox (network_id, position);

CREATE FUNCTION outbox_wake() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('outbox', '');
    RETURN NULL;
END $$;
CREATE TRIGGER outbox_wake AFTER INSERT ON outbox FOR EACH STATEMENT EXECUTE FUNCTION outbox_wake();

CREATE FUNCTION outbox_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the outbox is append-only';
END $$;
CREATE TRIGGER outbox_append_only BEFORE UPDATE OF id, at, kind, entity, entity_id, payload OR DELETE ON outbox
    FOR EACH ROW EXECUTE FUNCTION outbox_is_append_only();

CREATE TABLE consumers (
    name text PRIMARY KEY,
    xid xid8 NOT NULL,
    position bigint NOT NULL,
    updated_at timestamptz NOT NULL
);
COMMENT ON TABLE consumers IS 'How far each durable consumer has read the outbox. Each is idempotent: it may see an event twice after a crash, never not at all.';
