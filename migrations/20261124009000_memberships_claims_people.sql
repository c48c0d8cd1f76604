-- A listed organisation that nobody speaks for yet: its people say that it is theirs, the secretariat looks and answers.

CREATE TYPE claim_state AS ENUM ('asked', 'accepted', 'refused');

CREATE TABLE claims (
    id uuid PRIMARY KEY,
    membership_id uuid NOT NULL CONSTRAINT claims_membership_fk REFERENCES memberships (id),
    family_km text NOT NULL DEFAULT '',
    given_km text NOT NULL DEFAULT '',
    family_latin text NOT NULL DEFAULT '',
    given_latin text NOT NULL DEFAULT '',
    email text NOT NULL,
    language text NOT NULL CONSTRAINT claims_language_known CHECK (language IN ('en', 'km')),
    position_en text NOT NULL DEFAULT '',
    position_km text NOT NULL DEFAULT '',
    note text NOT NULL DEFAULT '',
    state claim_state NOT NULL DEFAULT 'asked',
    reason text NOT NULL DEFAULT '',
    asked_at timestamptz NOT NULL,
    answered_at timestamptz,
    answered_by uuid CONSTRAINT claims_answered_by_fk REFERENCES people (id),
    CONSTRAINT claims_answered_whole CHECK ((state = 'asked') = (answered_at IS NULL))
);
COMMENT ON TABLE claims IS 'Somebody says that they speak for a listed organisation that has nobody on the hub. Accepted, they become its representative; refused, name and address are emptied.';
CREATE UNIQUE INDEX claims_once ON claims (membership_id, email) WHERE state = 'asked';
CREATE INDEX claims_waiting ON claims (membership_id) WHERE state = 'asked';
