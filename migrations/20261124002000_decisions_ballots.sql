-- Decisions: organisations decide as organisations, one ballot each, by a rule fixed when the decision opens.

CREATE TYPE decision_subject AS ENUM ('admit_member', 'adopt_position', 'publish_statement', 'spend', 'amend_statutes', 'expel_member', 'other');
CREATE TYPE decision_method AS ENUM ('consent', 'consensus', 'simple_majority', 'two_thirds');
CREATE TYPE decision_voters AS ENUM ('full_members', 'committee');
CREATE TYPE decision_scale AS ENUM ('vote', 'gradients');
CREATE TYPE decision_state AS ENUM ('open', 'adopted', 'not_adopted', 'inquorate', 'withdrawn');
CREATE TYPE ballot_position AS ENUM (
    'in_favour', 'against', 'abstain', 'stand_aside', 'objection',
    'endorse', 'minor_point', 'reservation', 'more_discussion', 'dislike_but_support', 'serious_disagreement', 'block'
);

CREATE TABLE decision_rules (
    network_id uuid NOT NULL CONSTRAINT decision_rules_network_fk REFERENCES networks (id),
    subject decision_subject NOT NULL,
    method decision_method NOT NULL,
    voters decision_voters NOT NULL,
    quorum_pct integer NOT NULL CONSTRAINT decision_rules_quorum_sane CHECK (quorum_pct BETWEEN 0 AND 100),
    window_days integer NOT NULL CONSTRAINT decision_rules_window_sane CHECK (window_days BETWEEN 1 AND 90),
    updated_at timestamptz NOT NULL,
    updated_by uuid,
    PRIMARY KEY (network_id, subject)
);
COMMENT ON TABLE decision_rules IS 'How a network decides, by subject. Where it has said nothing, the program''s usual rule holds.';

CREATE TABLE decisions (
    id uuid PRIMARY KEY,
    network_id uuid NOT NULL CONSTRAINT decisions_network_fk REFERENCES networks (id),
    subject decision_subject NOT NULL,
    membership_id uuid CONSTRAINT decisions_membership_fk REFERENCES memberships (id),
    title_en text NOT NULL DEFAULT '',
    title_km text NOT NULL DEFAULT '',
    proposal_en text NOT NULL DEFAULT '',
    proposal_km text NOT NULL DEFAULT '',
    method decision_method NOT NULL,
    voters decision_voters NOT NULL,
    scale decision_scale NOT NULL,
    quorum_pct integer NOT NULL,
    level level NOT NULL,
    state decision_state NOT NULL,
    opened_at timestamptz NOT NULL,
    closes_at timestamptz NOT NULL,
    ended_at timestamptz,
    ended_reason text NOT NULL DEFAULT '',
    version integer NOT NULL DEFAULT 1,
    created_by uuid,
    CONSTRAINT decisions_has_title CHECK (title_en <> '' OR title_km <> ''),
    CONSTRAINT decisions_ends_once CHECK ((state = 'open') = (ended_at IS NULL)),
    CONSTRAINT decisions_closes_after_opening CHECK (closes_at > opened_at)
);
COMMENT ON TABLE decisions IS 'A question put to organisations. The rule is copied in when it opens and does not change with the network''s.';
COMMENT ON COLUMN decisions.closes_at IS 'The first instant at which no ballot is taken any more.';
CREATE INDEX decisions_by_network ON decisions (network_id, id DESC);
CREATE INDEX decisions_due ON decisions (closes_at) WHERE state = 'open';

CREATE TABLE decision_electorate (
    decision_id uuid NOT NULL CONSTRAINT decision_electorate_decision_fk REFERENCES decisions (id),
    organisation_id uuid NOT NULL CONSTRAINT decision_electorate_organisation_fk REFERENCES organisations (id),
    PRIMARY KEY (decision_id, organisation_id)
);
COMMENT ON TABLE decision_electorate IS 'Who may vote, written down when the decision opens: who joins later neither votes nor counts in the quorum.';

CREATE TABLE ballots (
    id uuid PRIMARY KEY,
    decision_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    position ballot_position NOT NULL,
    reason text NOT NULL DEFAULT '',
    dissent text NOT NULL DEFAULT '',
    cast_by uuid NOT NULL CONSTRAINT ballots_person_fk REFERENCES people (id),
    cast_at timestamptz NOT NULL,
    replaced_at timestamptz,
    CONSTRAINT ballots_voter_fk FOREIGN KEY (decision_id, organisation_id) REFERENCES decision_electorate (decision_id, organisation_id),
    CONSTRAINT ballots_reasoned CHECK (position NOT IN ('objection', 'block') OR reason <> '')
);
COMMENT ON TABLE ballots IS 'Append-only: an organisation that changes its mind adds a ballot, and the one before is marked replaced.';
COMMENT ON COLUMN ballots.dissent IS 'Recorded disagreement that the organisation wishes to stand beside the result.';
CREATE UNIQUE INDEX ballots_one_each ON ballots (decision_id, organisation_id) WHERE replaced_at IS NULL;

CREATE VIEW committee_organisations AS
SELECT g.network_id, g.person_id, c.organisation_id
FROM role_grants g
CROSS JOIN LATERAL (
    SELECT m.organisation_id FROM memberships m
    LEFT JOIN affiliations a ON a.organisation_id = m.organisation_id AND a.person_id = g.person_id AND a.until IS NULL
    WHERE m.network_id = g.network_id AND m.state = 'active'
      AND (g.organisation_id = m.organisation_id OR (g.organisation_id IS NULL AND a.id IS NOT NULL))
    ORDER BY a.is_primary DESC NULLS LAST, a.created_at, m.organisation_id
    LIMIT 1
) c
WHERE g.role IN ('steering_chair', 'steering_member') AND g.ended_at IS NULL;
COMMENT ON VIEW committee_organisations IS 'For which organisation each member of a steering committee sits: the one named with the role, else that of their main position among the members in good standing. Committees vote by organisation like everybody.';
