-- Stakeholder maps: who decides, who moves, who has met whom. A map belongs to one campaign and so does everything on it: what
-- a team writes down of somebody is never another team's.

CREATE TYPE stakeholder_kind AS ENUM ('institution', 'unit', 'office_holder', 'individual', 'informal_leader');
CREATE TYPE stakeholder_state AS ENUM ('active', 'office_vacated', 'archived', 'merged_into');
CREATE TYPE stakeholder_level AS ENUM ('international', 'national', 'provincial', 'district', 'commune', 'village');
CREATE TYPE stakeholder_target AS ENUM ('none', 'secondary', 'primary');
CREATE TYPE stakeholder_link_kind AS ENUM (
    'formal_authority', 'funding', 'information_advice', 'pressure_lobby', 'personal_family', 'conflict', 'collaboration'
);
CREATE TYPE engagement_channel AS ENUM ('meeting', 'letter', 'call', 'message', 'event', 'media', 'informal');
CREATE TYPE engagement_state AS ENUM ('planned', 'held', 'called_off');
CREATE TYPE engagement_reaction AS ENUM ('positive', 'neutral', 'negative', 'none');
CREATE TYPE engagement_attribution AS ENUM ('on_record', 'chatham_house', 'off_record');

CREATE TABLE stakeholders (
    id uuid PRIMARY KEY,
    campaign_id uuid NOT NULL CONSTRAINT stakeholders_campaign_fk REFERENCES campaigns (id),
    network_id uuid NOT NULL CONSTRAINT stakeholders_network_fk REFERENCES networks (id),
    subject_id uuid NOT NULL,
    kind stakeholder_kind NOT NULL,
    name_en text NOT NULL DEFAULT '',
    name_km text NOT NULL DEFAULT '',
    parent_id uuid CONSTRAINT stakeholders_parent_fk REFERENCES stakeholders (id),
    constituency text NOT NULL DEFAULT '',
    level stakeholder_level,
    place_code text CONSTRAINT stakeholders_place_fk REFERENCES places (code),
    contacts text NOT NULL DEFAULT '',
    note text NOT NULL DEFAULT '',
    target stakeholder_target NOT NULL DEFAULT 'none',
    owner_id uuid CONSTRAINT stakeholders_owner_fk REFERENCES organisations (id),
    owner_person_id uuid CONSTRAINT stakeholders_owner_person_fk REFERENCES people (id),
    asks uuid[] NOT NULL DEFAULT '{}',
    state stakeholder_state NOT NULL DEFAULT 'active',
    merged_into_id uuid CONSTRAINT stakeholders_merged_into_fk REFERENCES stakeholders (id),
    x real,
    y real,
    created_by uuid CONSTRAINT stakeholders_created_by_fk REFERENCES people (id),
    created_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT stakeholders_named CHECK (name_en <> '' OR name_km <> ''),
    CONSTRAINT stakeholders_merged_somewhere CHECK ((state = 'merged_into') = (merged_into_id IS NOT NULL)),
    CONSTRAINT stakeholders_own_parent CHECK (parent_id <> id)
);
COMMENT ON TABLE stakeholders IS 'Institutions, and people in and without office, that a campaign may influence or work with, as its own map has them.';
COMMENT ON COLUMN stakeholders.subject_id IS 'The same for whoever was taken from one map onto another: by it two teams that plan to meet one are told of each other, as far as each may know.';
COMMENT ON COLUMN stakeholders.asks IS 'Which asks of the campaign go to it. Here and not with the ask: asks are known outside, who is on the map is not.';
COMMENT ON COLUMN stakeholders.x IS 'Where the team has put it in the picture of relations, so that everybody finds it where it was.';
CREATE INDEX stakeholders_by_campaign ON stakeholders (campaign_id, id);
CREATE INDEX stakeholders_by_subject ON stakeholders (network_id, subject_id);
CREATE INDEX stakeholders_by_parent ON stakeholders (parent_id) WHERE parent_id IS NOT NULL;

CREATE TABLE stakeholder_names (
    stakeholder_id uuid NOT NULL CONSTRAINT stakeholder_names_stakeholder_fk REFERENCES stakeholders (id),
    text text NOT NULL,
    folded text NOT NULL,
    alias boolean NOT NULL,
    PRIMARY KEY (stakeholder_id, folded)
);
COMMENT ON TABLE stakeholder_names IS 'Every way a stakeholder is written: its names, and other spellings under which it is found.';
COMMENT ON COLUMN stakeholder_names.folded IS 'Without what differs between two people who write the same (domain::sheet::fold).';
CREATE INDEX stakeholder_names_by_folded ON stakeholder_names (folded);

CREATE TABLE stakeholder_offices (
    id uuid PRIMARY KEY,
    holder_id uuid NOT NULL CONSTRAINT stakeholder_offices_holder_fk REFERENCES stakeholders (id),
    office_id uuid NOT NULL CONSTRAINT stakeholder_offices_office_fk REFERENCES stakeholders (id),
    title_en text NOT NULL DEFAULT '',
    title_km text NOT NULL DEFAULT '',
    since date,
    until date,
    CONSTRAINT stakeholder_offices_titled CHECK (title_en <> '' OR title_km <> ''),
    CONSTRAINT stakeholder_offices_days_in_order CHECK (until IS NULL OR since IS NULL OR until >= since)
);
COMMENT ON TABLE stakeholder_offices IS 'Who held which office where, from when to when: the office outlives the person.';
CREATE INDEX stakeholder_offices_by_holder ON stakeholder_offices (holder_id);
CREATE INDEX stakeholder_offices_by_office ON stakeholder_offices (office_id);

CREATE TABLE stakeholder_assessments (
    id uuid PRIMARY KEY,
    campaign_id uuid NOT NULL CONSTRAINT stakeholder_assessments_campaign_fk REFERENCES campaigns (id),
    stakeholder_id uuid NOT NULL CONSTRAINT stakeholder_assessments_stakeholder_fk REFERENCES stakeholders (id),
    objective_id uuid CONSTRAINT stakeholder_assessments_objective_fk REFERENCES campaign_items (id),
    engagement_id uuid,
    influence smallint NOT NULL CONSTRAINT stakeholder_assessments_influence_scaled CHECK (influence BETWEEN 1 AND 5),
    interest smallint NOT NULL CONSTRAINT stakeholder_assessments_interest_scaled CHECK (interest BETWEEN 1 AND 5),
    alignment smallint NOT NULL CONSTRAINT stakeholder_assessments_alignment_scaled CHECK (alignment BETWEEN -2 AND 2),
    confidence smallint NOT NULL CONSTRAINT stakeholder_assessments_confidence_scaled CHECK (confidence BETWEEN 1 AND 5),
    basis text NOT NULL CONSTRAINT stakeholder_assessments_based CHECK (basis <> ''),
    sources text NOT NULL DEFAULT '',
    strategy text NOT NULL DEFAULT '',
    desired_change text NOT NULL DEFAULT '',
    accessible_through text NOT NULL DEFAULT '',
    assessed_on date NOT NULL,
    valid_until date NOT NULL,
    assessed_by uuid CONSTRAINT stakeholder_assessments_assessed_by_fk REFERENCES people (id),
    assessed_for uuid CONSTRAINT stakeholder_assessments_assessed_for_fk REFERENCES organisations (id),
    created_at timestamptz NOT NULL,
    closed_on date,
    CONSTRAINT stakeholder_assessments_days_in_order CHECK (valid_until >= assessed_on)
);
COMMENT ON TABLE stakeholder_assessments IS 'Ratings on dated days. Only added to: who errs writes a new one.';
COMMENT ON COLUMN stakeholder_assessments.closed_on IS 'The office was vacated: it tells of the past alone.';
CREATE INDEX stakeholder_assessments_by_campaign ON stakeholder_assessments (campaign_id, assessed_on, created_at, id);
CREATE INDEX stakeholder_assessments_by_stakeholder ON stakeholder_assessments (stakeholder_id);

CREATE TABLE stakeholder_links (
    id uuid PRIMARY KEY,
    campaign_id uuid NOT NULL CONSTRAINT stakeholder_links_campaign_fk REFERENCES campaigns (id),
    from_id uuid NOT NULL CONSTRAINT stakeholder_links_from_fk REFERENCES stakeholders (id),
    to_id uuid NOT NULL CONSTRAINT stakeholder_links_to_fk REFERENCES stakeholders (id),
    kind stakeholder_link_kind NOT NULL,
    directed boolean NOT NULL,
    strength smallint NOT NULL CONSTRAINT stakeholder_links_strength_scaled CHECK (strength BETWEEN 1 AND 3),
    basis text NOT NULL CONSTRAINT stakeholder_links_based CHECK (basis <> ''),
    since date,
    until date,
    level level NOT NULL,
    named uuid[] NOT NULL DEFAULT '{}',
    created_by uuid CONSTRAINT stakeholder_links_created_by_fk REFERENCES people (id),
    created_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    removed_at timestamptz,
    CONSTRAINT stakeholder_links_between_two CHECK (from_id <> to_id),
    CONSTRAINT stakeholder_links_narrow CHECK (level IN ('restricted', 'confidential')),
    CONSTRAINT stakeholder_links_days_in_order CHECK (until IS NULL OR since IS NULL OR until >= since)
);
COMMENT ON TABLE stakeholder_links IS 'How two on a map stand to each other: typed, directed, from when to when.';
COMMENT ON COLUMN stakeholder_links.named IS 'Who beside its author may know it where it is confidential.';
CREATE INDEX stakeholder_links_by_campaign ON stakeholder_links (campaign_id, id) WHERE removed_at IS NULL;

CREATE TABLE engagements (
    id uuid PRIMARY KEY,
    campaign_id uuid NOT NULL CONSTRAINT engagements_campaign_fk REFERENCES campaigns (id),
    network_id uuid NOT NULL CONSTRAINT engagements_network_fk REFERENCES networks (id),
    organisation_id uuid CONSTRAINT engagements_organisation_fk REFERENCES organisations (id),
    held_on date NOT NULL,
    state engagement_state NOT NULL,
    channel engagement_channel NOT NULL,
    our_people uuid[] NOT NULL DEFAULT '{}',
    their_people text NOT NULL DEFAULT '',
    purpose text NOT NULL DEFAULT '',
    said text NOT NULL DEFAULT '',
    reaction engagement_reaction,
    follow_up text NOT NULL DEFAULT '',
    follow_up_on date,
    follow_up_by uuid CONSTRAINT engagements_follow_up_by_fk REFERENCES people (id),
    follow_up_done_at timestamptz,
    attribution engagement_attribution NOT NULL,
    level level NOT NULL,
    named uuid[] NOT NULL DEFAULT '{}',
    coordinate boolean NOT NULL DEFAULT false,
    created_by uuid CONSTRAINT engagements_created_by_fk REFERENCES people (id),
    created_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    removed_at timestamptz,
    CONSTRAINT engagements_narrow CHECK (level IN ('restricted', 'confidential')),
    CONSTRAINT engagements_held_told CHECK (state <> 'held' OR said <> ''),
    CONSTRAINT engagements_follow_up_told CHECK (follow_up_on IS NULL OR follow_up <> '')
);
COMMENT ON TABLE engagements IS 'Each contact with somebody on a map: planned, held, called off.';
COMMENT ON COLUMN engagements.coordinate IS 'Other organisations of the network that plan to meet the same one may be told that somebody does, and in which week; never who, nor why.';
CREATE INDEX engagements_by_campaign ON engagements (campaign_id, held_on DESC, id DESC) WHERE removed_at IS NULL;
CREATE INDEX engagements_by_week ON engagements (network_id, held_on) WHERE removed_at IS NULL AND state <> 'called_off';
CREATE INDEX engagements_by_follow_up ON engagements (follow_up_on) WHERE removed_at IS NULL AND follow_up_done_at IS NULL AND follow_up_on IS NOT NULL;

CREATE TABLE engagement_stakeholders (
    engagement_id uuid NOT NULL CONSTRAINT engagement_stakeholders_engagement_fk REFERENCES engagements (id),
    stakeholder_id uuid NOT NULL CONSTRAINT engagement_stakeholders_stakeholder_fk REFERENCES stakeholders (id),
    PRIMARY KEY (engagement_id, stakeholder_id)
);
COMMENT ON TABLE engagement_stakeholders IS 'Whom a contact was with.';
CREATE INDEX engagement_stakeholders_by_stakeholder ON engagement_stakeholders (stakeholder_id);

CREATE TABLE engagement_asks (
    engagement_id uuid NOT NULL CONSTRAINT engagement_asks_engagement_fk REFERENCES engagements (id),
    item_id uuid NOT NULL CONSTRAINT engagement_asks_item_fk REFERENCES campaign_items (id),
    response text NOT NULL DEFAULT 'none',
    PRIMARY KEY (engagement_id, item_id)
);
COMMENT ON TABLE engagement_asks IS 'Which asks were raised, and what was answered to each.';

ALTER TABLE stakeholder_assessments ADD CONSTRAINT stakeholder_assessments_engagement_fk FOREIGN KEY (engagement_id) REFERENCES engagements (id);

CREATE TABLE map_acts (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    campaign_id uuid NOT NULL CONSTRAINT map_acts_campaign_fk REFERENCES campaigns (id),
    act text NOT NULL,
    about_id uuid,
    was jsonb NOT NULL DEFAULT 'null',
    now jsonb NOT NULL DEFAULT 'null',
    person_id uuid CONSTRAINT map_acts_person_fk REFERENCES people (id),
    organisation_id uuid CONSTRAINT map_acts_organisation_fk REFERENCES organisations (id),
    at timestamptz NOT NULL
);
COMMENT ON TABLE map_acts IS 'Who did what on a map, who opened what is confidential, who took a picture of it away. Only added to.';
CREATE INDEX map_acts_by_campaign ON map_acts (campaign_id, id DESC);
