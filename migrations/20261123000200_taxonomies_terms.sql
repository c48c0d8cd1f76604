-- Editable lists with stable codes and both labels.

CREATE TYPE taxonomy AS ENUM ('theme', 'organisation_type', 'constituency', 'tactic', 'document_type', 'policy_instrument');

CREATE TABLE terms (
    id uuid PRIMARY KEY,
    taxonomy taxonomy NOT NULL,
    code text NOT NULL CONSTRAINT terms_code_shape CHECK (code ~ '^[a-z0-9_]{2,40}$'),
    label_en text NOT NULL,
    label_km text NOT NULL,
    reviewed_km boolean NOT NULL DEFAULT false,
    position integer NOT NULL,
    iati_code text,
    active boolean NOT NULL DEFAULT true,
    merged_into uuid CONSTRAINT terms_merged_into_fk REFERENCES terms (id),
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT terms_code_unique UNIQUE (taxonomy, code),
    CONSTRAINT terms_not_into_itself CHECK (merged_into IS DISTINCT FROM id),
    CONSTRAINT terms_merged_is_inactive CHECK (merged_into IS NULL OR NOT active),
    CONSTRAINT terms_has_label CHECK (label_en <> '' OR label_km <> '')
);
COMMENT ON TABLE terms IS 'Themes, organisation types, constituencies, tactics, document types, policy instruments. Never deleted: history points at them. A wrong one is merged into the right one.';
COMMENT ON COLUMN terms.reviewed_km IS 'A native speaker has confirmed the Khmer label.';
COMMENT ON COLUMN terms.iati_code IS 'IATI OrganisationType code, for organisation types only.';
CREATE INDEX terms_in_order ON terms (taxonomy, position);
