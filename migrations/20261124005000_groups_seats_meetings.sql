-- Working groups: people sent by member organisations, their meetings and minutes, and a private calendar of what concerns one.

CREATE TYPE group_state AS ENUM ('proposed', 'active', 'dormant', 'dissolved');
CREATE TYPE group_joining AS ENUM ('open', 'by_approval', 'by_invitation');
CREATE TYPE seat_state AS ENUM ('asked', 'invited', 'seated', 'declined', 'ended');
CREATE TYPE minutes_state AS ENUM ('none', 'draft', 'approved');

CREATE TABLE working_groups (
    id uuid PRIMARY KEY,
    network_id uuid NOT NULL CONSTRAINT working_groups_network_fk REFERENCES networks (id),
    name_en text NOT NULL DEFAULT '',
    name_km text NOT NULL DEFAULT '',
    terms_en text NOT NULL DEFAULT '',
    terms_km text NOT NULL DEFAULT '',
    rhythm_en text NOT NULL DEFAULT '',
    rhythm_km text NOT NULL DEFAULT '',
    joining group_joining NOT NULL,
    method decision_method NOT NULL DEFAULT 'consent',
    quorum_pct integer NOT NULL DEFAULT 50 CONSTRAINT working_groups_quorum_sane CHECK (quorum_pct BETWEEN 0 AND 100),
    window_days integer NOT NULL DEFAULT 7 CONSTRAINT working_groups_window_sane CHECK (window_days BETWEEN 1 AND 90),
    state group_state NOT NULL DEFAULT 'proposed',
    state_reason text NOT NULL DEFAULT '',
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    created_by uuid,
    CONSTRAINT working_groups_named CHECK (name_en <> '' OR name_km <> '')
);
COMMENT ON TABLE working_groups IS 'A sub-group of a network by theme. terms are its Terms of Reference; rhythm says how often it meets.';
CREATE INDEX working_groups_by_network ON working_groups (network_id, id DESC);

CREATE TABLE working_group_themes (
    group_id uuid NOT NULL CONSTRAINT working_group_themes_group_fk REFERENCES working_groups (id),
    term_id uuid NOT NULL CONSTRAINT working_group_themes_term_fk REFERENCES terms (id),
    PRIMARY KEY (group_id, term_id)
);

CREATE TABLE working_group_seats (
    id uuid PRIMARY KEY,
    group_id uuid NOT NULL CONSTRAINT working_group_seats_group_fk REFERENCES working_groups (id),
    organisation_id uuid NOT NULL CONSTRAINT working_group_seats_organisation_fk REFERENCES organisations (id),
    person_id uuid NOT NULL CONSTRAINT working_group_seats_person_fk REFERENCES people (id),
    convenes boolean NOT NULL DEFAULT false,
    state seat_state NOT NULL,
    asked_at timestamptz NOT NULL,
    asked_by uuid,
    seated_at timestamptz,
    ended_at timestamptz,
    ended_by uuid,
    CONSTRAINT working_group_seats_ends CHECK ((state IN ('declined', 'ended')) = (ended_at IS NOT NULL)),
    CONSTRAINT working_group_seats_convenor_sits CHECK (NOT convenes OR state IN ('seated', 'ended'))
);
COMMENT ON TABLE working_group_seats IS 'A person whom a member organisation sends into a group. Rows are never deleted: they end.';
COMMENT ON COLUMN working_group_seats.convenes IS 'Convenor or co-convenor: leads the group.';
CREATE UNIQUE INDEX working_group_seats_once ON working_group_seats (group_id, person_id) WHERE ended_at IS NULL;
CREATE INDEX working_group_seats_by_person ON working_group_seats (person_id) WHERE ended_at IS NULL;

CREATE TABLE meetings (
    id uuid PRIMARY KEY,
    group_id uuid NOT NULL CONSTRAINT meetings_group_fk REFERENCES working_groups (id),
    network_id uuid NOT NULL CONSTRAINT meetings_network_fk REFERENCES networks (id),
    title_en text NOT NULL DEFAULT '',
    title_km text NOT NULL DEFAULT '',
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    venue_en text NOT NULL DEFAULT '',
    venue_km text NOT NULL DEFAULT '',
    link text NOT NULL DEFAULT '',
    agenda_en text NOT NULL DEFAULT '',
    agenda_km text NOT NULL DEFAULT '',
    level level NOT NULL,
    cancelled_at timestamptz,
    cancelled_reason text NOT NULL DEFAULT '',
    minutes_en text NOT NULL DEFAULT '',
    minutes_km text NOT NULL DEFAULT '',
    minutes_state minutes_state NOT NULL DEFAULT 'none',
    minutes_at timestamptz,
    minutes_by uuid CONSTRAINT meetings_minutes_by_fk REFERENCES people (id),
    approved_at timestamptz,
    approved_by uuid CONSTRAINT meetings_approved_by_fk REFERENCES people (id),
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    created_by uuid,
    CONSTRAINT meetings_titled CHECK (title_en <> '' OR title_km <> ''),
    CONSTRAINT meetings_end_after_start CHECK (ends_at > starts_at),
    CONSTRAINT meetings_approved_whole CHECK ((minutes_state = 'approved') = (approved_at IS NOT NULL))
);
COMMENT ON TABLE meetings IS 'Meetings of working groups. Approved minutes do not change any more.';
COMMENT ON COLUMN meetings.level IS 'members: everyone of the network may read it; restricted: the group itself, the secretariat and the committee.';
CREATE INDEX meetings_by_group ON meetings (group_id, starts_at DESC, id);
CREATE INDEX meetings_by_network ON meetings (network_id, starts_at);

ALTER TYPE decision_voters ADD VALUE 'working_group';
ALTER TABLE decisions
    ADD COLUMN group_id uuid CONSTRAINT decisions_group_fk REFERENCES working_groups (id),
    ADD COLUMN meeting_id uuid CONSTRAINT decisions_meeting_fk REFERENCES meetings (id);
COMMENT ON COLUMN decisions.group_id IS 'The working group that decides; none where the network does.';
CREATE INDEX decisions_by_group ON decisions (group_id, id DESC) WHERE group_id IS NOT NULL;

CREATE TABLE calendar_feeds (
    person_id uuid PRIMARY KEY CONSTRAINT calendar_feeds_person_fk REFERENCES people (id),
    token_hash bytea NOT NULL CONSTRAINT calendar_feeds_token_unique UNIQUE,
    made_at timestamptz NOT NULL,
    read_at timestamptz
);
COMMENT ON TABLE calendar_feeds IS 'The private address under which a calendar program reads what concerns one person. A new one ends the old.';

CREATE OR REPLACE VIEW rights.grants AS
SELECT r.person_id, r.network_id, r.organisation_id, r.role, m.tier, m.state, NULL::uuid AS group_id
FROM role_grants r
JOIN networks n ON n.id = r.network_id AND n.state <> 'dissolved'
LEFT JOIN memberships m ON m.network_id = r.network_id AND m.organisation_id = r.organisation_id
WHERE r.ended_at IS NULL
UNION ALL
SELECT s.person_id, g.network_id, s.organisation_id, CASE WHEN s.convenes THEN 'convenor'::role ELSE 'contributor'::role END,
       m.tier, m.state, s.group_id
FROM working_group_seats s
JOIN working_groups g ON g.id = s.group_id AND g.state <> 'dissolved'
JOIN networks n ON n.id = g.network_id AND n.state <> 'dissolved'
JOIN memberships m ON m.network_id = g.network_id AND m.organisation_id = s.organisation_id
WHERE s.state = 'seated' AND s.ended_at IS NULL;
COMMENT ON VIEW rights.grants IS 'What people hold at present, with the standing of the organisation each role is for. A seat in a working group is a role that reaches no further than the group.';
