-- The roles of many people at once, for lists of people: the unique index was never chosen for it.

CREATE INDEX role_grants_by_person ON role_grants (person_id) WHERE ended_at IS NULL;

CREATE VIEW rights.grants AS
SELECT r.person_id, r.network_id, r.organisation_id, r.role, m.tier, m.state
FROM role_grants r
JOIN networks n ON n.id = r.network_id AND n.state <> 'dissolved'
LEFT JOIN memberships m ON m.network_id = r.network_id AND m.organisation_id = r.organisation_id
WHERE r.ended_at IS NULL;
COMMENT ON VIEW rights.grants IS 'What people hold at present, with the standing of the organisation each role is for.';
