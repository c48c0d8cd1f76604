-- How an organisation becomes a member: applied, referees asked, reviewed, recommended, decided, code of conduct accepted.

ALTER TABLE networks
    ADD COLUMN code_of_conduct_en text NOT NULL DEFAULT '',
    ADD COLUMN code_of_conduct_km text NOT NULL DEFAULT '',
    ADD COLUMN takes_applications boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN networks.code_of_conduct_en IS 'What a new member''s authorised signatory accepts. Both languages say the same.';
COMMENT ON COLUMN networks.takes_applications IS 'Anyone may apply without being asked; needs a public page.';

CREATE TYPE reference_answer AS ENUM ('recommends', 'does_not_recommend');

CREATE TABLE applications (
    membership_id uuid PRIMARY KEY CONSTRAINT applications_membership_fk REFERENCES memberships (id),
    motivation_en text NOT NULL DEFAULT '',
    motivation_km text NOT NULL DEFAULT '',
    checked text[] NOT NULL DEFAULT '{}',
    review_note text NOT NULL DEFAULT '',
    returned_reason text NOT NULL DEFAULT '',
    decision_id uuid CONSTRAINT applications_decision_fk REFERENCES decisions (id),
    admitted_at timestamptz,
    conduct_accepted_at timestamptz,
    conduct_accepted_by uuid CONSTRAINT applications_conduct_person_fk REFERENCES people (id),
    conduct_hash text NOT NULL DEFAULT '',
    submitted_at timestamptz,
    begun_by uuid CONSTRAINT applications_begun_by_fk REFERENCES people (id)
);
COMMENT ON TABLE applications IS 'What is known of a membership only while it is applied for. Where it stands is memberships.state.';
COMMENT ON COLUMN applications.checked IS 'Items of the review''s checklist that were found in order.';
COMMENT ON COLUMN applications.conduct_hash IS 'SHA-256 of the text that was accepted, both languages: what was agreed to stays known when the code changes.';

CREATE TABLE membership_referees (
    id uuid PRIMARY KEY,
    membership_id uuid NOT NULL CONSTRAINT membership_referees_application_fk REFERENCES applications (membership_id),
    organisation_id uuid NOT NULL CONSTRAINT membership_referees_organisation_fk REFERENCES organisations (id),
    position integer NOT NULL,
    asked_at timestamptz,
    token_hash bytea CONSTRAINT membership_referees_token_unique UNIQUE,
    expires_at timestamptz,
    answer reference_answer,
    statement text NOT NULL DEFAULT '',
    answered_by_name text NOT NULL DEFAULT '',
    answered_by uuid CONSTRAINT membership_referees_person_fk REFERENCES people (id),
    answered_at timestamptz,
    waived_reason text NOT NULL DEFAULT '',
    waived_by uuid,
    waived_at timestamptz,
    CONSTRAINT membership_referees_once UNIQUE (membership_id, organisation_id),
    CONSTRAINT membership_referees_answer_whole CHECK ((answer IS NULL) = (answered_at IS NULL)),
    CONSTRAINT membership_referees_waived_with_reason CHECK (waived_at IS NULL OR waived_reason <> '')
);
COMMENT ON TABLE membership_referees IS 'Two member organisations who know the applicant. Each is asked by a link that answers once.';

CREATE TABLE membership_steps (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    membership_id uuid NOT NULL CONSTRAINT membership_steps_membership_fk REFERENCES memberships (id),
    from_state membership_state,
    to_state membership_state NOT NULL,
    reason text NOT NULL DEFAULT '',
    at timestamptz NOT NULL,
    by_person uuid,
    on_behalf_of uuid
);
COMMENT ON TABLE membership_steps IS 'Append-only: every change of a membership''s state, by whom, for which organisation, why.';
CREATE INDEX membership_steps_by_membership ON membership_steps (membership_id, id);
