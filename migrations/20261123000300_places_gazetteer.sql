-- The official gazetteer: province, district, commune, village.

CREATE TYPE place_kind AS ENUM ('province', 'capital', 'district', 'municipality', 'khan', 'commune', 'sangkat', 'village');

CREATE TABLE places (
    code text PRIMARY KEY CONSTRAINT places_code_shape CHECK (code ~ '^([0-9]{2}){1,4}$'),
    parent_code text CONSTRAINT places_parent_fk REFERENCES places (code),
    kind place_kind NOT NULL,
    name_en text NOT NULL,
    name_km text NOT NULL,
    valid_from date,
    valid_to date,
    successor_code text CONSTRAINT places_successor_fk REFERENCES places (code),
    CONSTRAINT places_parent_is_prefix CHECK (
        (length(code) = 2 AND parent_code IS NULL) OR parent_code = left(code, length(code) - 2)
    )
);
COMMENT ON TABLE places IS 'NCDD codes: length tells the level (2 province, 4 district, 6 commune, 8 village), the parent is the prefix. Units are renamed, split and abolished, so they end (valid_to, successor) and are never deleted.';
CREATE INDEX places_by_parent ON places (parent_code);
