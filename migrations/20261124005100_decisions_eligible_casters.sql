-- Who votes and who casts, said once.

CREATE VIEW decision_eligible AS
SELECT m.network_id, 'full_members'::decision_voters AS voters, NULL::uuid AS group_id, m.organisation_id
FROM memberships m WHERE m.tier = 'full' AND m.state = 'active'
UNION ALL
SELECT c.network_id, 'committee'::decision_voters, NULL::uuid, c.organisation_id FROM committee_organisations c
UNION ALL
SELECT g.network_id, 'working_group'::decision_voters, g.id, s.organisation_id
FROM working_groups g
JOIN working_group_seats s ON s.group_id = g.id AND s.state = 'seated' AND s.ended_at IS NULL
JOIN memberships m ON m.network_id = g.network_id AND m.organisation_id = s.organisation_id AND m.state = 'active' AND m.tier <> 'observer';
COMMENT ON VIEW decision_eligible IS 'The organisations that vote in a decision opened now, by kind of voters. An organisation may be in it more than once.';

CREATE VIEW decision_casters AS
SELECT d.id AS decision_id, e.organisation_id, p.person_id
FROM decisions d
JOIN decision_electorate e ON e.decision_id = d.id
CROSS JOIN LATERAL (
    SELECT c.person_id FROM committee_organisations c
    WHERE d.voters = 'committee' AND c.network_id = d.network_id AND c.organisation_id = e.organisation_id
    UNION ALL
    SELECT r.person_id FROM role_grants r
    WHERE d.voters <> 'committee' AND r.network_id = d.network_id AND r.organisation_id = e.organisation_id
      AND r.role IN ('representative', 'alternate') AND r.ended_at IS NULL
    UNION ALL
    SELECT s.person_id FROM working_group_seats s
    WHERE d.voters = 'working_group' AND s.group_id = d.group_id AND s.organisation_id = e.organisation_id
      AND s.state = 'seated' AND s.ended_at IS NULL
) p;
COMMENT ON VIEW decision_casters IS 'Who may cast the ballot of which voter in each decision, now: of the committee who sits on it, of a working group who sits in it, else representative and alternate.';
