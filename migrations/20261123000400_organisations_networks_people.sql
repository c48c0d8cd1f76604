-- Who there is: networks, organisations, people, memberships, roles.

CREATE TYPE network_kind AS ENUM ('network', 'coalition', 'alliance', 'working_group_standalone');
CREATE TYPE network_state AS ENUM ('draft', 'active', 'dormant', 'dissolved');
CREATE TYPE level AS ENUM ('public', 'members', 'restricted', 'confidential');
CREATE TYPE registration_status AS ENUM ('registered_moi', 'mou_mofaic', 'registered_other', 'unregistered', 'in_process');
CREATE TYPE staff_band AS ENUM ('none', 'to_5', 'to_20', 'to_50', 'over_50');
CREATE TYPE tier AS ENUM ('full', 'associate', 'observer', 'partner');
CREATE TYPE membership_state AS ENUM ('draft', 'applied', 'under_review', 'recommended', 'returned', 'active', 'lapsed', 'suspended', 'terminated', 'resigned');
CREATE TYPE sex AS ENUM ('female', 'male', 'other', 'undisclosed');
CREATE TYPE protection AS ENUM ('normal', 'at_risk');
CREATE TYPE honorific AS ENUM ('excellency', 'lok_chumteav', 'mr', 'ms', 'venerable', 'dr', 'none');
CREATE TYPE role AS ENUM (
    'coordinator', 'steering_chair', 'steering_member', 'convenor', 'representative', 'alternate', 'signatory', 'contributor',
    'organiser', 'rapporteur', 'meal_officer', 'knowledge_manager', 'grants_officer', 'finance_officer', 'focal_point'
);

CREATE TABLE organisations (
    id uuid PRIMARY KEY,
    name_en text NOT NULL DEFAULT '',
    name_km text NOT NULL DEFAULT '',
    acronym text NOT NULL DEFAULT '',
    kind text NOT NULL,
    year_founded integer CONSTRAINT organisations_year_sane CHECK (year_founded BETWEEN 1850 AND 2200),
    registration registration_status NOT NULL,
    registration_number text NOT NULL DEFAULT '',
    hq_place text CONSTRAINT organisations_hq_fk REFERENCES places (code),
    staff_band staff_band,
    women_led boolean,
    youth_led boolean,
    opd boolean,
    indigenous_led boolean,
    website text NOT NULL DEFAULT '',
    contact_email text NOT NULL DEFAULT '',
    contact_phone text NOT NULL DEFAULT '',
    description_en text NOT NULL DEFAULT '',
    description_km text NOT NULL DEFAULT '',
    listing level NOT NULL,
    host_id uuid CONSTRAINT organisations_host_fk REFERENCES organisations (id),
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    created_by uuid,
    updated_at timestamptz NOT NULL,
    updated_by uuid,
    CONSTRAINT organisations_has_name CHECK (name_en <> '' OR name_km <> ''),
    CONSTRAINT organisations_not_own_host CHECK (host_id IS DISTINCT FROM id),
    CONSTRAINT organisations_listing_known CHECK (listing <> 'confidential')
);
COMMENT ON TABLE organisations IS 'One record even when an organisation is in several networks. No party affiliation is ever stored.';
COMMENT ON COLUMN organisations.listing IS 'public: anyone; members: people of its networks; restricted: hidden, absent from every list, count, map, search and export for all but its own people, its host, the secretariat and the steering committee.';
COMMENT ON COLUMN organisations.host_id IS 'Fiscal or legal host of an unregistered group, through which it is contacted.';

CREATE TABLE organisation_themes (
    organisation_id uuid NOT NULL CONSTRAINT organisation_themes_organisation_fk REFERENCES organisations (id) ON DELETE CASCADE,
    term_id uuid NOT NULL CONSTRAINT organisation_themes_term_fk REFERENCES terms (id),
    PRIMARY KEY (organisation_id, term_id)
);
COMMENT ON TABLE organisation_themes IS 'What an organisation works on.';

CREATE TABLE organisation_places (
    organisation_id uuid NOT NULL CONSTRAINT organisation_places_organisation_fk REFERENCES organisations (id) ON DELETE CASCADE,
    place_code text NOT NULL CONSTRAINT organisation_places_place_fk REFERENCES places (code),
    PRIMARY KEY (organisation_id, place_code)
);
COMMENT ON TABLE organisation_places IS 'Where an organisation works, besides its headquarters.';

CREATE TABLE networks (
    id uuid PRIMARY KEY,
    name_en text NOT NULL DEFAULT '',
    name_km text NOT NULL DEFAULT '',
    acronym text NOT NULL DEFAULT '',
    kind network_kind NOT NULL,
    mission_en text NOT NULL DEFAULT '',
    mission_km text NOT NULL DEFAULT '',
    host_id uuid CONSTRAINT networks_host_fk REFERENCES organisations (id),
    timezone text NOT NULL DEFAULT 'Asia/Phnom_Penh',
    public_page boolean NOT NULL DEFAULT false,
    state network_state NOT NULL,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    created_by uuid,
    updated_at timestamptz NOT NULL,
    updated_by uuid,
    CONSTRAINT networks_has_name CHECK (name_en <> '' OR name_km <> '')
);
COMMENT ON TABLE networks IS 'A standing body of member organisations with its own rules. Several may live on one hub; nothing of one is visible in another.';
COMMENT ON COLUMN networks.public_page IS 'The network wishes to be seen by people without account.';

CREATE TABLE people (
    id uuid PRIMARY KEY,
    family_km text NOT NULL DEFAULT '',
    given_km text NOT NULL DEFAULT '',
    family_latin text NOT NULL DEFAULT '',
    given_latin text NOT NULL DEFAULT '',
    honorific honorific NOT NULL DEFAULT 'none',
    sex sex NOT NULL DEFAULT 'undisclosed',
    language text NOT NULL DEFAULT 'km' CONSTRAINT people_language_known CHECK (language IN ('en', 'km')),
    email text NOT NULL DEFAULT '',
    phone text NOT NULL DEFAULT '',
    protection protection NOT NULL DEFAULT 'normal',
    code_name text NOT NULL DEFAULT '',
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    created_by uuid,
    updated_at timestamptz NOT NULL,
    updated_by uuid,
    CONSTRAINT people_has_name CHECK (family_km || given_km || family_latin || given_latin <> ''),
    CONSTRAINT people_at_risk_has_code_name CHECK (protection = 'normal' OR code_name <> '')
);
COMMENT ON TABLE people IS 'Names are family first, in Khmer and Latin letters.';
COMMENT ON COLUMN people.protection IS 'at_risk people are shown by their code name outside their own organisation and the secretariat, and leave every export.';

CREATE TABLE affiliations (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL CONSTRAINT affiliations_person_fk REFERENCES people (id),
    organisation_id uuid NOT NULL CONSTRAINT affiliations_organisation_fk REFERENCES organisations (id),
    position_en text NOT NULL DEFAULT '',
    position_km text NOT NULL DEFAULT '',
    since date,
    until date,
    is_primary boolean NOT NULL DEFAULT true,
    created_at timestamptz NOT NULL,
    CONSTRAINT affiliations_ends_after_start CHECK (until IS NULL OR since IS NULL OR until >= since)
);
COMMENT ON TABLE affiliations IS 'Positions are dated, not overwritten: office-holders change and the office remembers.';
CREATE INDEX affiliations_by_person ON affiliations (person_id);
CREATE INDEX affiliations_by_organisation ON affiliations (organisation_id);

CREATE TABLE memberships (
    id uuid PRIMARY KEY,
    network_id uuid NOT NULL CONSTRAINT memberships_network_fk REFERENCES networks (id),
    organisation_id uuid NOT NULL CONSTRAINT memberships_organisation_fk REFERENCES organisations (id),
    tier tier NOT NULL,
    state membership_state NOT NULL,
    joined_on date,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    created_by uuid,
    updated_at timestamptz NOT NULL,
    updated_by uuid,
    CONSTRAINT memberships_once UNIQUE (network_id, organisation_id)
);
COMMENT ON TABLE memberships IS 'An organisation in a network.';
CREATE INDEX memberships_by_organisation ON memberships (organisation_id);

CREATE TABLE role_grants (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL CONSTRAINT role_grants_person_fk REFERENCES people (id),
    network_id uuid NOT NULL CONSTRAINT role_grants_network_fk REFERENCES networks (id),
    organisation_id uuid CONSTRAINT role_grants_organisation_fk REFERENCES organisations (id),
    role role NOT NULL,
    granted_by uuid,
    granted_at timestamptz NOT NULL,
    ended_at timestamptz,
    ended_by uuid,
    CONSTRAINT role_grants_member_roles_name_an_organisation CHECK (
        role NOT IN ('representative', 'alternate', 'signatory', 'contributor') OR organisation_id IS NOT NULL
    )
);
COMMENT ON TABLE role_grants IS 'A person holds a role in a network, for an organisation where the role is a member''s. Ended, never deleted.';
CREATE UNIQUE INDEX role_grants_once ON role_grants (person_id, network_id, organisation_id, role) NULLS NOT DISTINCT WHERE ended_at IS NULL;
CREATE INDEX role_grants_by_organisation ON role_grants (organisation_id) WHERE ended_at IS NULL;
CREATE INDEX role_grants_by_network ON role_grants (network_id) WHERE ended_at IS NULL;
