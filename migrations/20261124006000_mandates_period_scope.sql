-- Mandates: who may speak and sign for an organisation, since when, until when, by whose decision, for what.

CREATE TYPE mandate_basis AS ENUM ('director', 'board', 'assembly', 'other');
CREATE TYPE text_kind AS ENUM ('position_paper', 'joint_statement', 'open_letter', 'submission');

ALTER TABLE role_grants
    ADD COLUMN until_on date,
    ADD COLUMN until_at timestamptz,
    ADD COLUMN basis mandate_basis,
    ADD COLUMN basis_note text NOT NULL DEFAULT '',
    ADD COLUMN decided_on date,
    ADD COLUMN text_kinds text_kind[] NOT NULL DEFAULT '{}',
    ADD CONSTRAINT role_grants_period_whole CHECK ((until_on IS NULL) = (until_at IS NULL));
COMMENT ON COLUMN role_grants.until_on IS 'The last day on which it holds, in the network''s time zone; until_at is the first instant after it.';
COMMENT ON COLUMN role_grants.basis IS 'Whose decision in the organisation gave it.';
COMMENT ON COLUMN role_grants.text_kinds IS 'Kinds of texts a signatory may sign; empty for all.';
CREATE INDEX role_grants_due ON role_grants (until_at) WHERE ended_at IS NULL AND until_at IS NOT NULL;

CREATE TABLE role_grant_themes (
    grant_id uuid NOT NULL CONSTRAINT role_grant_themes_grant_fk REFERENCES role_grants (id),
    term_id uuid NOT NULL CONSTRAINT role_grant_themes_term_fk REFERENCES terms (id),
    PRIMARY KEY (grant_id, term_id)
);
COMMENT ON TABLE role_grant_themes IS 'Themes on which a signatory may sign; none named: all.';

CREATE TABLE standing_mandates (
    id uuid PRIMARY KEY,
    membership_id uuid NOT NULL CONSTRAINT standing_mandates_membership_fk REFERENCES memberships (id),
    text_kinds text_kind[] NOT NULL DEFAULT '{}',
    valid_until date NOT NULL,
    basis mandate_basis NOT NULL,
    basis_note text NOT NULL DEFAULT '',
    decided_on date NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by uuid,
    ended_at timestamptz,
    ended_by uuid
);
COMMENT ON TABLE standing_mandates IS 'An organisation''s decision, taken beforehand, that its signatory may sign texts of some kinds on some themes without asking again. Ended, never deleted.';
CREATE INDEX standing_mandates_by_membership ON standing_mandates (membership_id) WHERE ended_at IS NULL;

CREATE TABLE standing_mandate_themes (
    mandate_id uuid NOT NULL CONSTRAINT standing_mandate_themes_mandate_fk REFERENCES standing_mandates (id),
    term_id uuid NOT NULL CONSTRAINT standing_mandate_themes_term_fk REFERENCES terms (id),
    PRIMARY KEY (mandate_id, term_id)
);
COMMENT ON TABLE standing_mandate_themes IS 'Themes it covers; none named: all.';

CREATE INDEX outbox_by_organisation_acted_for ON outbox (on_behalf_of, position) WHERE on_behalf_of IS NOT NULL;

CREATE OR REPLACE VIEW rights.grants AS
SELECT r.person_id, r.network_id, r.organisation_id, r.role, m.tier, m.state, NULL::uuid AS group_id, r.until_at
FROM role_grants r
JOIN networks n ON n.id = r.network_id AND n.state <> 'dissolved'
LEFT JOIN memberships m ON m.network_id = r.network_id AND m.organisation_id = r.organisation_id
WHERE r.ended_at IS NULL
UNION ALL
SELECT s.person_id, g.network_id, s.organisation_id, CASE WHEN s.convenes THEN 'convenor'::role ELSE 'contributor'::role END,
       m.tier, m.state, s.group_id, NULL::timestamptz
FROM working_group_seats s
JOIN working_groups g ON g.id = s.group_id AND g.state <> 'dissolved'
JOIN networks n ON n.id = g.network_id AND n.state <> 'dissolved'
JOIN memberships m ON m.network_id = g.network_id AND m.organisation_id = s.organisation_id
WHERE s.state = 'seated' AND s.ended_at IS NULL;
COMMENT ON VIEW rights.grants IS 'What people hold at present, with the standing of the organisation each role is for. until_at is the first instant at which a role holds no more. A seat in a working group is a role that reaches no further than the group.';
