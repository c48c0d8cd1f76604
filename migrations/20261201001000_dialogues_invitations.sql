-- Dialogues: who is to be in the room, for which group, and who has answered.

CREATE TYPE dialogue_kind AS ENUM (
    'national_forum', 'provincial_dialogue', 'district_dialogue', 'commune_public_forum', 'roundtable', 'consultation_workshop',
    'interface_meeting', 'technical_wg', 'caucus', 'youth_debate', 'webinar'
);
CREATE TYPE dialogue_purpose AS ENUM ('consultation', 'learning', 'joint_problem_solving', 'conflict_resolution', 'collective_action');
CREATE TYPE dialogue_mode AS ENUM ('in_person', 'online', 'hybrid');
CREATE TYPE dialogue_state AS ENUM ('concept', 'planned', 'inviting', 'confirmed', 'cancelled');
CREATE TYPE invitation_state AS ENUM (
    'prepared', 'sent', 'accepted', 'tentative', 'declined', 'delegated', 'waitlisted', 'reconfirm', 'cancelled'
);
CREATE TYPE invitation_channel AS ENUM ('hub', 'phone', 'telegram', 'letter', 'in_person');

CREATE TABLE dialogues (
    id uuid PRIMARY KEY,
    network_id uuid NOT NULL CONSTRAINT dialogues_network_fk REFERENCES networks (id),
    campaign_id uuid NOT NULL CONSTRAINT dialogues_campaign_fk REFERENCES campaigns (id),
    title_en text NOT NULL DEFAULT '',
    title_km text NOT NULL DEFAULT '',
    kind dialogue_kind NOT NULL,
    purpose dialogue_purpose NOT NULL,
    objectives_en text NOT NULL DEFAULT '',
    objectives_km text NOT NULL DEFAULT '',
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    mode dialogue_mode NOT NULL,
    venue_en text NOT NULL DEFAULT '',
    venue_km text NOT NULL DEFAULT '',
    place text,
    step_free boolean NOT NULL DEFAULT false,
    sign_language boolean NOT NULL DEFAULT false,
    large_print boolean NOT NULL DEFAULT false,
    interpretation text NOT NULL DEFAULT '',
    online_link text NOT NULL DEFAULT '',
    chair text NOT NULL DEFAULT '',
    facilitator text NOT NULL DEFAULT '',
    contact text NOT NULL DEFAULT '',
    capacity integer NOT NULL CONSTRAINT dialogues_capacity_counted CHECK (capacity BETWEEN 1 AND 5000),
    attribution engagement_attribution NOT NULL,
    rsvp_by timestamptz,
    visibility campaign_visibility NOT NULL,
    state dialogue_state NOT NULL DEFAULT 'concept',
    reason text NOT NULL DEFAULT '',
    sequence integer NOT NULL DEFAULT 0,
    invited_at timestamptz,
    created_by uuid CONSTRAINT dialogues_created_by_fk REFERENCES people (id),
    created_for uuid CONSTRAINT dialogues_created_for_fk REFERENCES organisations (id),
    created_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT dialogues_titled CHECK (title_en <> '' OR title_km <> ''),
    CONSTRAINT dialogues_begin_before_they_end CHECK (starts_at < ends_at)
);
COMMENT ON TABLE dialogues IS 'A dialogue with several groups that a campaign holds.';
COMMENT ON COLUMN dialogues.online_link IS 'For those who are invited, and the team.';
COMMENT ON COLUMN dialogues.contact IS 'A telephone number of the organisers, told to whoever comes too late.';
COMMENT ON COLUMN dialogues.reason IS 'Why it was put off or called off.';
COMMENT ON COLUMN dialogues.sequence IS 'Counts what is told to calendars (RFC 5545).';
COMMENT ON COLUMN dialogues.invited_at IS 'Since when its rule of attribution can only become stricter.';
CREATE INDEX dialogues_by_network ON dialogues (network_id, starts_at, id);
CREATE INDEX dialogues_by_campaign ON dialogues (campaign_id, starts_at, id);

CREATE TABLE dialogue_seats (
    dialogue_id uuid NOT NULL CONSTRAINT dialogue_seats_dialogue_fk REFERENCES dialogues (id),
    constituency text NOT NULL,
    seats integer NOT NULL CONSTRAINT dialogue_seats_counted CHECK (seats BETWEEN 1 AND 5000),
    least integer NOT NULL DEFAULT 0 CONSTRAINT dialogue_seats_least_counted CHECK (least BETWEEN 0 AND seats),
    women_pct integer CONSTRAINT dialogue_seats_women_share CHECK (women_pct BETWEEN 0 AND 100),
    youth_pct integer CONSTRAINT dialogue_seats_youth_share CHECK (youth_pct BETWEEN 0 AND 100),
    release_at timestamptz,
    released_at timestamptz,
    position integer NOT NULL,
    PRIMARY KEY (dialogue_id, constituency)
);
COMMENT ON TABLE dialogue_seats IS 'So many seats of a dialogue for a group.';
COMMENT ON COLUMN dialogue_seats.release_at IS 'When what is not taken goes to whoever waits, of any group.';
COMMENT ON COLUMN dialogue_seats.released_at IS 'When that was done.';
CREATE INDEX dialogue_seats_to_release ON dialogue_seats (release_at) WHERE released_at IS NULL AND release_at IS NOT NULL;

CREATE TABLE dialogue_invitations (
    id uuid PRIMARY KEY,
    dialogue_id uuid NOT NULL CONSTRAINT dialogue_invitations_dialogue_fk REFERENCES dialogues (id),
    number integer NOT NULL,
    constituency text NOT NULL,
    institution boolean NOT NULL,
    name_en text NOT NULL DEFAULT '',
    name_km text NOT NULL DEFAULT '',
    honorific honorific NOT NULL DEFAULT 'none',
    post text NOT NULL DEFAULT '',
    organisation text NOT NULL DEFAULT '',
    email text NOT NULL DEFAULT '',
    phone text NOT NULL DEFAULT '',
    language text NOT NULL,
    sex sex NOT NULL DEFAULT 'undisclosed',
    youth boolean,
    state invitation_state NOT NULL DEFAULT 'prepared',
    seat_of text,
    queued_at timestamptz,
    parent_id uuid CONSTRAINT dialogue_invitations_parent_fk REFERENCES dialogue_invitations (id),
    sent_at timestamptz,
    answered_at timestamptz,
    answered_via invitation_channel,
    recorded_by uuid CONSTRAINT dialogue_invitations_recorded_by_fk REFERENCES people (id),
    needs_interpretation boolean NOT NULL DEFAULT false,
    needs_mobility boolean NOT NULL DEFAULT false,
    needs_diet boolean NOT NULL DEFAULT false,
    needs_childcare boolean NOT NULL DEFAULT false,
    needs_travel boolean NOT NULL DEFAULT false,
    needs_sign_language boolean NOT NULL DEFAULT false,
    note text NOT NULL DEFAULT '',
    created_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT dialogue_invitations_number_unique UNIQUE (dialogue_id, number),
    CONSTRAINT dialogue_invitations_named CHECK (name_en <> '' OR name_km <> ''),
    CONSTRAINT dialogue_invitations_seated CHECK ((seat_of IS NOT NULL) = (state IN ('accepted', 'reconfirm'))),
    CONSTRAINT dialogue_invitations_queued CHECK (state <> 'waitlisted' OR queued_at IS NOT NULL)
);
COMMENT ON TABLE dialogue_invitations IS 'Somebody, or an institution that is to name somebody, who is invited to a dialogue.';
COMMENT ON COLUMN dialogue_invitations.number IS 'The number on the letter.';
COMMENT ON COLUMN dialogue_invitations.seat_of IS 'Of which group the seat is that they hold: their own, or one that was released.';
COMMENT ON COLUMN dialogue_invitations.queued_at IS 'When they first said yes: the order of the wait-list.';
COMMENT ON COLUMN dialogue_invitations.parent_id IS 'Who sends them in their place.';
CREATE INDEX dialogue_invitations_by_dialogue ON dialogue_invitations (dialogue_id, number);
CREATE INDEX dialogue_invitations_by_parent ON dialogue_invitations (parent_id) WHERE parent_id IS NOT NULL;

CREATE TABLE dialogue_links (
    token_hash bytea PRIMARY KEY,
    invitation_id uuid NOT NULL CONSTRAINT dialogue_links_invitation_fk REFERENCES dialogue_invitations (id),
    made_at timestamptz NOT NULL
);
COMMENT ON TABLE dialogue_links IS 'Personal links of an invitation, one for each letter: all of them work until it is taken back.';
CREATE INDEX dialogue_links_by_invitation ON dialogue_links (invitation_id);
