-- Joint campaigns: what is wrong, what is asked of whom, who does what, and how far it has come.

CREATE TYPE campaign_state AS ENUM (
    'concept', 'planning', 'approved', 'active', 'paused', 'closing', 'closed', 'cancelled'
);
CREATE TYPE campaign_visibility AS ENUM ('public', 'members', 'team');
CREATE TYPE campaign_approach AS ENUM ('insider', 'outsider', 'mixed');
CREATE TYPE campaign_role AS ENUM ('lead', 'co_lead', 'supporting', 'advisory');
CREATE TYPE campaign_part_state AS ENUM ('invited', 'accepted', 'declined', 'left');

CREATE TABLE campaigns (
    id uuid PRIMARY KEY,
    network_id uuid NOT NULL CONSTRAINT campaigns_network_fk REFERENCES networks (id),
    group_id uuid CONSTRAINT campaigns_group_fk REFERENCES working_groups (id),
    title_en text NOT NULL,
    title_km text NOT NULL,
    problem_en text NOT NULL DEFAULT '',
    problem_km text NOT NULL DEFAULT '',
    goal_en text NOT NULL DEFAULT '',
    goal_km text NOT NULL DEFAULT '',
    affected_en text NOT NULL DEFAULT '',
    affected_km text NOT NULL DEFAULT '',
    policies text NOT NULL DEFAULT '',
    approach campaign_approach NOT NULL DEFAULT 'mixed',
    visibility campaign_visibility NOT NULL DEFAULT 'members',
    audience text[] NOT NULL,
    conflict_note text NOT NULL DEFAULT '',
    safeguarding_note text NOT NULL DEFAULT '',
    starts_on date,
    ends_on date,
    places text[] NOT NULL DEFAULT '{}',
    state campaign_state NOT NULL DEFAULT 'concept',
    state_reason text NOT NULL DEFAULT '',
    debrief text NOT NULL DEFAULT '',
    created_by uuid CONSTRAINT campaigns_created_by_fk REFERENCES people (id),
    created_for uuid CONSTRAINT campaigns_created_for_fk REFERENCES organisations (id),
    created_at timestamptz NOT NULL,
    moved_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT campaigns_titled CHECK (title_en <> '' OR title_km <> ''),
    CONSTRAINT campaigns_days_in_order CHECK (ends_on IS NULL OR starts_on IS NULL OR ends_on >= starts_on),
    CONSTRAINT campaigns_paused_explained CHECK (state NOT IN ('paused', 'cancelled') OR state_reason <> '')
);
COMMENT ON TABLE campaigns IS 'What organisations do together to change something: from the problem to the ask to the outcome.';
COMMENT ON COLUMN campaigns.audience IS 'Who may know it, as tickets (domain::access): written by the store from the same facts that decide about the single campaign.';
COMMENT ON COLUMN campaigns.state_reason IS 'Why it is paused, or was cancelled: for the team, never on the public page.';
CREATE INDEX campaigns_by_network ON campaigns (network_id, moved_at DESC, id DESC);
CREATE INDEX campaigns_by_audience ON campaigns USING gin (audience);

CREATE TABLE campaign_themes (
    campaign_id uuid NOT NULL CONSTRAINT campaign_themes_campaign_fk REFERENCES campaigns (id),
    term_id uuid NOT NULL CONSTRAINT campaign_themes_term_fk REFERENCES terms (id),
    PRIMARY KEY (campaign_id, term_id)
);
COMMENT ON TABLE campaign_themes IS 'What a campaign is about.';

CREATE TABLE campaign_members (
    campaign_id uuid NOT NULL CONSTRAINT campaign_members_campaign_fk REFERENCES campaigns (id),
    organisation_id uuid NOT NULL CONSTRAINT campaign_members_organisation_fk REFERENCES organisations (id),
    role campaign_role NOT NULL,
    state campaign_part_state NOT NULL,
    commitment text NOT NULL DEFAULT '',
    answer_note text NOT NULL DEFAULT '',
    invited_by uuid CONSTRAINT campaign_members_invited_by_fk REFERENCES people (id),
    invited_at timestamptz NOT NULL,
    answered_by uuid CONSTRAINT campaign_members_answered_by_fk REFERENCES people (id),
    answered_at timestamptz,
    PRIMARY KEY (campaign_id, organisation_id)
);
COMMENT ON TABLE campaign_members IS 'Which organisations have which part in a campaign, and what they have said to it.';
CREATE UNIQUE INDEX campaign_members_one_lead ON campaign_members (campaign_id) WHERE role = 'lead' AND state = 'accepted';
CREATE INDEX campaign_members_by_organisation ON campaign_members (organisation_id, state);

CREATE TYPE campaign_item_kind AS ENUM (
    'objective', 'ask', 'step', 'message', 'risk', 'force', 'marker', 'budget_line'
);
CREATE TABLE campaign_items (
    id uuid PRIMARY KEY,
    campaign_id uuid NOT NULL CONSTRAINT campaign_items_campaign_fk REFERENCES campaigns (id),
    kind campaign_item_kind NOT NULL,
    parent_id uuid CONSTRAINT campaign_items_parent_fk REFERENCES campaign_items (id),
    organisation_id uuid CONSTRAINT campaign_items_organisation_fk REFERENCES organisations (id),
    place integer NOT NULL,
    body jsonb NOT NULL,
    version integer NOT NULL DEFAULT 1,
    changed_at timestamptz NOT NULL,
    removed_at timestamptz,
    CONSTRAINT campaign_items_risk_scaled CHECK (kind <> 'risk' OR (
        (body ->> 'likelihood')::int BETWEEN 1 AND 5 AND (body ->> 'impact')::int BETWEEN 1 AND 5)),
    CONSTRAINT campaign_items_force_scaled CHECK (kind <> 'force' OR (
        (body ->> 'strength')::int BETWEEN 1 AND 5 AND (body ->> 'changeability')::int BETWEEN 1 AND 5))
);
COMMENT ON TABLE campaign_items IS 'What a plan is made of, beside its work: objectives, asks, steps of the theory of change, messages, risks, forces, progress markers, budget lines. The body is written and read by one typed model each (domain::campaigns::items).';
COMMENT ON COLUMN campaign_items.parent_id IS 'The objective an ask serves.';
COMMENT ON COLUMN campaign_items.organisation_id IS 'Whose it is: the owner of a risk, the contributor of a budget line.';
COMMENT ON COLUMN campaign_items.removed_at IS 'Taken out of the plan; its history stays.';
CREATE INDEX campaign_items_by_campaign ON campaign_items (campaign_id, kind, place, id) WHERE removed_at IS NULL;

CREATE TYPE campaign_work_kind AS ENUM ('activity', 'milestone', 'task', 'window');
CREATE TYPE campaign_work_status AS ENUM ('todo', 'doing', 'done', 'dropped');
CREATE TABLE campaign_work (
    id uuid PRIMARY KEY,
    campaign_id uuid NOT NULL CONSTRAINT campaign_work_campaign_fk REFERENCES campaigns (id),
    kind campaign_work_kind NOT NULL,
    title_en text NOT NULL,
    title_km text NOT NULL,
    note text NOT NULL DEFAULT '',
    source text NOT NULL DEFAULT '',
    starts_on date,
    due_on date,
    organisation_id uuid CONSTRAINT campaign_work_organisation_fk REFERENCES organisations (id),
    person_id uuid CONSTRAINT campaign_work_person_fk REFERENCES people (id),
    place_code text CONSTRAINT campaign_work_place_fk REFERENCES places (code),
    tactic text NOT NULL DEFAULT '',
    change_sought text NOT NULL DEFAULT '',
    window_id uuid CONSTRAINT campaign_work_window_fk REFERENCES campaign_work (id),
    status campaign_work_status NOT NULL DEFAULT 'todo',
    place double precision NOT NULL,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    done_at timestamptz,
    removed_at timestamptz,
    CONSTRAINT campaign_work_titled CHECK (title_en <> '' OR title_km <> ''),
    CONSTRAINT campaign_work_days_in_order CHECK (due_on IS NULL OR starts_on IS NULL OR due_on >= starts_on),
    CONSTRAINT campaign_work_window_dated CHECK (kind <> 'window' OR (starts_on IS NOT NULL AND due_on IS NOT NULL)),
    CONSTRAINT campaign_work_person_for_somebody CHECK (person_id IS NULL OR organisation_id IS NOT NULL)
);
COMMENT ON TABLE campaign_work IS 'What is done and when: activities, milestones, tasks, and the windows in which policy can be moved.';
COMMENT ON COLUMN campaign_work.due_on IS 'The last day, on the network''s clock.';
COMMENT ON COLUMN campaign_work.place IS 'Its place among others of its status on the board; a new place lies between two.';
COMMENT ON COLUMN campaign_work.window_id IS 'The policy window it prepares: its owner is reminded before the window opens.';
CREATE INDEX campaign_work_by_campaign ON campaign_work (campaign_id, due_on, id) WHERE removed_at IS NULL;
CREATE INDEX campaign_work_by_organisation ON campaign_work (organisation_id, status) WHERE removed_at IS NULL;

CREATE TABLE campaign_history (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    campaign_id uuid NOT NULL CONSTRAINT campaign_history_campaign_fk REFERENCES campaigns (id),
    about text NOT NULL,
    about_id uuid NOT NULL,
    field text NOT NULL,
    was jsonb NOT NULL,
    now jsonb NOT NULL,
    person_id uuid CONSTRAINT campaign_history_person_fk REFERENCES people (id),
    organisation_id uuid CONSTRAINT campaign_history_organisation_fk REFERENCES organisations (id),
    at timestamptz NOT NULL
);
COMMENT ON TABLE campaign_history IS 'Every change of every field: what it was, what it became, by whom. Only added to.';
CREATE INDEX campaign_history_by_campaign ON campaign_history (campaign_id, id DESC);
CREATE INDEX campaign_history_by_thing ON campaign_history (about_id, id DESC);
