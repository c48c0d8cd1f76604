-- Sign-on: organisations commit to an exact text until an instant.

CREATE TYPE endorsement_state AS ENUM (
    'in_internal_review', 'endorsed', 'endorsed_with_reservation', 'abstained', 'declined', 'withdrawn', 'reconfirm'
);
CREATE TYPE endorsement_basis AS ENUM (
    'director_authority', 'board_decision', 'standing_mandate', 'general_assembly', 'network_delegation'
);
CREATE TYPE endorsement_attribution AS ENUM ('public', 'addressee_only', 'counted_anonymously');
CREATE TYPE endorsement_channel AS ENUM ('hub', 'email_recorded', 'paper_scanned');

CREATE TABLE frozen_texts (
    paper_id uuid NOT NULL CONSTRAINT frozen_texts_paper_fk REFERENCES papers (id),
    hash bytea NOT NULL CONSTRAINT frozen_texts_hash_length CHECK (octet_length(hash) = 32),
    body_en text NOT NULL,
    body_km text NOT NULL,
    hash_en bytea NOT NULL,
    hash_km bytea NOT NULL,
    frozen_at timestamptz NOT NULL,
    PRIMARY KEY (paper_id, hash)
);
COMMENT ON TABLE frozen_texts IS 'Texts that organisations were asked to sign: never changed, never deleted.';
COMMENT ON COLUMN frozen_texts.body_en IS 'Canonical form of the English text, title included; empty where there is none.';
COMMENT ON COLUMN frozen_texts.hash IS 'SHA-256 over the hashes of both languages: what an endorsement binds to.';

CREATE TABLE sign_ons (
    paper_id uuid PRIMARY KEY CONSTRAINT sign_ons_paper_fk REFERENCES papers (id),
    network_id uuid NOT NULL CONSTRAINT sign_ons_network_fk REFERENCES networks (id),
    text_hash bytea NOT NULL,
    opened_at timestamptz NOT NULL,
    opened_by uuid CONSTRAINT sign_ons_opened_by_fk REFERENCES people (id),
    soft_deadline timestamptz,
    deadline timestamptz NOT NULL,
    extended_from timestamptz,
    extension_reason text NOT NULL DEFAULT '',
    min_count integer NOT NULL CONSTRAINT sign_ons_min_count_sane CHECK (min_count BETWEEN 1 AND 1000),
    min_pct integer CONSTRAINT sign_ons_min_pct_sane CHECK (min_pct BETWEEN 1 AND 100),
    min_provinces integer CONSTRAINT sign_ons_min_provinces_sane CHECK (min_provinces BETWEEN 1 AND 25),
    required uuid[] NOT NULL DEFAULT '{}',
    addressees text NOT NULL DEFAULT '',
    closed_at timestamptz,
    met boolean,
    round integer NOT NULL DEFAULT 1,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT sign_ons_text_fk FOREIGN KEY (paper_id, text_hash) REFERENCES frozen_texts (paper_id, hash),
    CONSTRAINT sign_ons_closed_judged CHECK ((closed_at IS NULL) = (met IS NULL))
);
COMMENT ON TABLE sign_ons IS 'A paper''s sign-on: its exact text, its clocks and what must come together. A later round takes the place of an earlier one.';
COMMENT ON COLUMN sign_ons.deadline IS 'The first instant at which nobody signs any more.';
COMMENT ON COLUMN sign_ons.extended_from IS 'The deadline before the one extension; null where there was none.';
CREATE INDEX sign_ons_due ON sign_ons (deadline) WHERE closed_at IS NULL;

CREATE TABLE endorsements (
    paper_id uuid NOT NULL CONSTRAINT endorsements_paper_fk REFERENCES papers (id),
    organisation_id uuid NOT NULL CONSTRAINT endorsements_organisation_fk REFERENCES organisations (id),
    state endorsement_state NOT NULL,
    person_id uuid CONSTRAINT endorsements_person_fk REFERENCES people (id),
    basis endorsement_basis,
    text_hash bytea NOT NULL,
    attribution endorsement_attribution NOT NULL,
    logo boolean NOT NULL,
    display_en text NOT NULL DEFAULT '',
    display_km text NOT NULL DEFAULT '',
    reservation text NOT NULL DEFAULT '',
    reservation_sections text[] NOT NULL DEFAULT '{}',
    note text NOT NULL DEFAULT '',
    channel endorsement_channel NOT NULL,
    recorded_by uuid CONSTRAINT endorsements_recorded_by_fk REFERENCES people (id),
    evidence_id uuid CONSTRAINT endorsements_evidence_fk REFERENCES evidence_documents (id),
    stated_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (paper_id, organisation_id),
    CONSTRAINT endorsements_text_fk FOREIGN KEY (paper_id, text_hash) REFERENCES frozen_texts (paper_id, hash),
    CONSTRAINT endorsements_reserved CHECK (state <> 'endorsed_with_reservation' OR reservation <> ''),
    CONSTRAINT endorsements_based CHECK (state NOT IN ('endorsed', 'endorsed_with_reservation') OR basis IS NOT NULL),
    CONSTRAINT endorsements_recorded CHECK ((channel = 'hub') = (recorded_by IS NULL) AND (channel = 'hub' OR evidence_id IS NOT NULL))
);
COMMENT ON TABLE endorsements IS 'What an organisation says to a text, once a text. Whoever has said nothing has no row: silence is never support.';
COMMENT ON COLUMN endorsements.text_hash IS 'The exact text that was in front of whoever stated it.';
CREATE INDEX endorsements_by_organisation ON endorsements (organisation_id, paper_id);

CREATE TABLE endorsement_acts (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    paper_id uuid NOT NULL CONSTRAINT endorsement_acts_paper_fk REFERENCES papers (id),
    organisation_id uuid NOT NULL CONSTRAINT endorsement_acts_organisation_fk REFERENCES organisations (id),
    state endorsement_state NOT NULL,
    attribution endorsement_attribution NOT NULL,
    text_hash bytea NOT NULL,
    person_id uuid CONSTRAINT endorsement_acts_person_fk REFERENCES people (id),
    note text NOT NULL,
    at timestamptz NOT NULL
);
COMMENT ON TABLE endorsement_acts IS 'Every statement as it was made; never changed. For the organisation''s own people and the coordinator.';
CREATE INDEX endorsement_acts_of ON endorsement_acts (paper_id, organisation_id, id);
