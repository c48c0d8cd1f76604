-- Logos: small pictures that belong to one organisation and are as visible as it is.

CREATE TYPE logo_use AS ENUM ('always', 'ask_each_time', 'never');

ALTER TABLE organisations ADD COLUMN logo_use logo_use NOT NULL DEFAULT 'ask_each_time';
COMMENT ON COLUMN organisations.logo_use IS 'Whether others may put the logo under a joint text without asking.';

CREATE TABLE organisation_logos (
    organisation_id uuid PRIMARY KEY CONSTRAINT organisation_logos_organisation_fk REFERENCES organisations (id) ON DELETE CASCADE,
    bytes bytea NOT NULL CONSTRAINT organisation_logos_small CHECK (octet_length(bytes) <= 524288),
    hash text NOT NULL,
    width integer NOT NULL CONSTRAINT organisation_logos_width_sane CHECK (width BETWEEN 1 AND 512),
    height integer NOT NULL CONSTRAINT organisation_logos_height_sane CHECK (height BETWEEN 1 AND 512),
    updated_at timestamptz NOT NULL,
    updated_by uuid
);
COMMENT ON TABLE organisation_logos IS 'PNG, drawn anew from what was sent, so that nothing hidden in the file (place, device, comments) is kept. Beside its organisation, not in it: lists of organisations never read pictures.';
COMMENT ON COLUMN organisation_logos.hash IS 'SHA-256 of the bytes in hexadecimal; names the version in addresses and caches.';
