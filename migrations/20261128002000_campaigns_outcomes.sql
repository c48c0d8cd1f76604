-- Outcomes: what others do differently because of a campaign, and what outsiders say to that.

CREATE TYPE outcome_state AS ENUM (
    'drafted', 'reviewed', 'out_for_substantiation', 'substantiated', 'partly_substantiated', 'not_substantiated', 'published'
);
CREATE TYPE outcome_change AS ENUM ('behaviour', 'relationship', 'action', 'policy', 'practice');
CREATE TYPE outcome_precision AS ENUM ('day', 'month');
CREATE TYPE substantiation_answer AS ENUM ('agrees', 'agrees_in_part', 'disagrees', 'cannot_say');

CREATE TABLE outcomes (
    id uuid PRIMARY KEY,
    campaign_id uuid NOT NULL CONSTRAINT outcomes_campaign_fk REFERENCES campaigns (id),
    statement_en text NOT NULL DEFAULT '',
    statement_km text NOT NULL DEFAULT '',
    who text NOT NULL DEFAULT '',
    happened_on date,
    happened_in outcome_precision NOT NULL DEFAULT 'day',
    place_code text CONSTRAINT outcomes_place_fk REFERENCES places (code),
    change outcome_change NOT NULL,
    policy_outcome text NOT NULL DEFAULT '',
    intended boolean NOT NULL DEFAULT true,
    positive boolean NOT NULL DEFAULT true,
    significance text NOT NULL DEFAULT '',
    contribution text NOT NULL DEFAULT '',
    item_id uuid CONSTRAINT outcomes_item_fk REFERENCES campaign_items (id),
    state outcome_state NOT NULL DEFAULT 'drafted',
    public_en text NOT NULL DEFAULT '',
    public_km text NOT NULL DEFAULT '',
    created_by uuid CONSTRAINT outcomes_created_by_fk REFERENCES people (id),
    created_for uuid CONSTRAINT outcomes_created_for_fk REFERENCES organisations (id),
    created_at timestamptz NOT NULL,
    moved_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    removed_at timestamptz,
    CONSTRAINT outcomes_told CHECK (statement_en <> '' OR statement_km <> '')
);
COMMENT ON TABLE outcomes IS 'What somebody does differently, and what the campaign has to do with it (outcome harvesting).';
COMMENT ON COLUMN outcomes.item_id IS 'The ask, or the objective, from which it came.';
COMMENT ON COLUMN outcomes.public_en IS 'What is told of it outside: looked through, nobody named without consent.';
CREATE INDEX outcomes_by_campaign ON outcomes (campaign_id, created_at DESC, id DESC) WHERE removed_at IS NULL;

CREATE TABLE outcome_members (
    outcome_id uuid NOT NULL CONSTRAINT outcome_members_outcome_fk REFERENCES outcomes (id),
    organisation_id uuid NOT NULL CONSTRAINT outcome_members_organisation_fk REFERENCES organisations (id),
    PRIMARY KEY (outcome_id, organisation_id)
);
COMMENT ON TABLE outcome_members IS 'Which organisations have done their part in an outcome.';

CREATE TABLE outcome_substantiations (
    id uuid PRIMARY KEY,
    outcome_id uuid NOT NULL CONSTRAINT outcome_substantiations_outcome_fk REFERENCES outcomes (id),
    name text NOT NULL,
    email text NOT NULL,
    language text NOT NULL,
    asked_by uuid CONSTRAINT outcome_substantiations_asked_by_fk REFERENCES people (id),
    asked_at timestamptz NOT NULL,
    token_hash bytea NOT NULL CONSTRAINT outcome_substantiations_token_unique UNIQUE,
    expires_at timestamptz NOT NULL,
    answer substantiation_answer,
    comment text NOT NULL DEFAULT '',
    on_record boolean NOT NULL DEFAULT false,
    answered_at timestamptz,
    CONSTRAINT outcome_substantiations_answered_whole CHECK ((answer IS NULL) = (answered_at IS NULL)),
    CONSTRAINT outcome_substantiations_once UNIQUE (outcome_id, email)
);
COMMENT ON TABLE outcome_substantiations IS 'Who outside is asked whether an outcome is so, by a link that answers once, and what they say.';

ALTER TABLE campaign_items ADD COLUMN paper_id uuid CONSTRAINT campaign_items_paper_fk REFERENCES papers (id);
COMMENT ON COLUMN campaign_items.paper_id IS 'The paper in which an ask is made.';
CREATE INDEX campaign_items_by_paper ON campaign_items (paper_id) WHERE paper_id IS NOT NULL;
