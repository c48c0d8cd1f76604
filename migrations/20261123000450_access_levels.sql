-- How sensitive things are in each network: the facts of `domain::access`, computed in one place for single
-- decisions and for list filters alike.

CREATE VIEW organisation_levels AS
SELECT m.organisation_id,
       m.network_id,
       CASE WHEN m.state IN ('active', 'lapsed', 'suspended') THEN o.listing
            -- Applicants and former members are the secretariat's and the committee's business.
            ELSE GREATEST(o.listing, 'restricted'::level) END AS level,
       (o.listing = 'public' AND m.state IN ('active', 'lapsed') AND n.public_page AND n.state = 'active') AS public
FROM memberships m
JOIN organisations o ON o.id = m.organisation_id
JOIN networks n ON n.id = m.network_id;
COMMENT ON VIEW organisation_levels IS 'An organisation is never less sensitive than its listing, and more so where it is no member in good standing.';

CREATE VIEW person_organisations AS
SELECT person_id, organisation_id FROM affiliations WHERE until IS NULL
UNION
SELECT person_id, organisation_id FROM role_grants WHERE ended_at IS NULL AND organisation_id IS NOT NULL;
COMMENT ON VIEW person_organisations IS 'Whose people somebody is at present.';

CREATE VIEW person_levels AS
SELECT po.person_id, l.network_id, l.level
FROM person_organisations po
JOIN organisation_levels l ON l.organisation_id = po.organisation_id
UNION
SELECT person_id, network_id, 'members'::level
FROM role_grants
WHERE ended_at IS NULL AND organisation_id IS NULL;
COMMENT ON VIEW person_levels IS 'A person of a hidden group is as hidden as the group, unless they also stand for something visible.';
