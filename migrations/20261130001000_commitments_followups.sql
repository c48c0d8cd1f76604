-- Commitments: what somebody has promised, and what became of it.

CREATE TYPE commitment_kind AS ENUM ('commitment', 'agreement', 'recommendation', 'action_point');
CREATE TYPE commitment_source AS ENUM ('engagement', 'reply', 'pledge', 'dialogue');
CREATE TYPE commitment_form AS ENUM ('verbal', 'minuted', 'letter', 'legal_text');
CREATE TYPE commitment_state AS ENUM (
    'recorded', 'confirmed', 'in_progress', 'fulfilled', 'partly_fulfilled', 'not_fulfilled', 'superseded', 'withdrawn'
);

CREATE TABLE commitments (
    id uuid PRIMARY KEY,
    network_id uuid NOT NULL CONSTRAINT commitments_network_fk REFERENCES networks (id),
    campaign_id uuid NOT NULL CONSTRAINT commitments_campaign_fk REFERENCES campaigns (id),
    text_en text NOT NULL DEFAULT '',
    text_km text NOT NULL DEFAULT '',
    kind commitment_kind NOT NULL,
    source commitment_source NOT NULL,
    source_note text NOT NULL DEFAULT '',
    engagement_id uuid CONSTRAINT commitments_engagement_fk REFERENCES engagements (id),
    item_id uuid CONSTRAINT commitments_item_fk REFERENCES campaign_items (id),
    stakeholder_id uuid CONSTRAINT commitments_stakeholder_fk REFERENCES stakeholders (id),
    owner_en text NOT NULL DEFAULT '',
    owner_km text NOT NULL DEFAULT '',
    constituency text NOT NULL DEFAULT '',
    protected boolean NOT NULL DEFAULT false,
    consent text NOT NULL DEFAULT '',
    made_on date NOT NULL,
    form commitment_form NOT NULL,
    due_on date,
    first_due_on date,
    measure text NOT NULL DEFAULT '',
    whole integer CONSTRAINT commitments_whole_counted CHECK (whole > 0),
    reached integer CONSTRAINT commitments_reached_counted CHECK (reached >= 0),
    places text[] NOT NULL DEFAULT '{}',
    follower_id uuid CONSTRAINT commitments_follower_fk REFERENCES organisations (id),
    follower_person_id uuid CONSTRAINT commitments_follower_person_fk REFERENCES people (id),
    visibility campaign_visibility NOT NULL,
    state commitment_state NOT NULL DEFAULT 'recorded',
    confirmed_by_what text NOT NULL DEFAULT '',
    created_by uuid CONSTRAINT commitments_created_by_fk REFERENCES people (id),
    created_for uuid CONSTRAINT commitments_created_for_fk REFERENCES organisations (id),
    created_at timestamptz NOT NULL,
    moved_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT commitments_told CHECK (text_en <> '' OR text_km <> ''),
    CONSTRAINT commitments_owned CHECK (owner_en <> '' OR owner_km <> ''),
    CONSTRAINT commitments_confirmed_by_something CHECK (state IN ('recorded', 'superseded', 'withdrawn') OR confirmed_by_what <> '')
);
COMMENT ON TABLE commitments IS 'What somebody has promised, agreed to, or is recommended to do.';
COMMENT ON COLUMN commitments.protected IS 'It was made under Chatham House or off the record: outside the team its owner is told by group alone until consent is recorded.';
COMMENT ON COLUMN commitments.consent IS 'By what one knows that its owner agrees to be named.';
COMMENT ON COLUMN commitments.first_due_on IS 'The first day it was due: what it has slipped by is reckoned from it.';
COMMENT ON COLUMN commitments.whole IS 'Of how many, where it is counted: twelve communes.';
CREATE INDEX commitments_by_network ON commitments (network_id, moved_at DESC, id DESC);
CREATE INDEX commitments_by_campaign ON commitments (campaign_id, moved_at DESC, id DESC);
CREATE INDEX commitments_by_due ON commitments (due_on) WHERE state IN ('recorded', 'confirmed', 'in_progress');

CREATE TABLE commitment_followups (
    id uuid PRIMARY KEY,
    commitment_id uuid NOT NULL CONSTRAINT commitment_followups_commitment_fk REFERENCES commitments (id),
    on_day date NOT NULL,
    channel engagement_channel NOT NULL,
    finding text NOT NULL CONSTRAINT commitment_followups_found CHECK (finding <> ''),
    status commitment_state,
    due_on date,
    reached integer,
    recorded_by uuid CONSTRAINT commitment_followups_recorded_by_fk REFERENCES people (id),
    recorded_for uuid CONSTRAINT commitment_followups_recorded_for_fk REFERENCES organisations (id),
    recorded_at timestamptz NOT NULL,
    verified_by uuid CONSTRAINT commitment_followups_verified_by_fk REFERENCES people (id),
    verified_at timestamptz,
    CONSTRAINT commitment_followups_verified_by_another CHECK (verified_by IS DISTINCT FROM recorded_by OR verified_by IS NULL)
);
COMMENT ON TABLE commitment_followups IS 'What was found when somebody looked after a commitment. Only added to, and verified once.';
CREATE INDEX commitment_followups_by_commitment ON commitment_followups (commitment_id, on_day, recorded_at, id);

CREATE TABLE commitment_documents (
    followup_id uuid NOT NULL CONSTRAINT commitment_documents_followup_fk REFERENCES commitment_followups (id),
    document_id uuid NOT NULL CONSTRAINT commitment_documents_document_fk REFERENCES evidence_documents (id),
    PRIMARY KEY (followup_id, document_id)
);
COMMENT ON TABLE commitment_documents IS 'Documents of the library that show what a follow-up has found.';
