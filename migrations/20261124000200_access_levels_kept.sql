-- The facts of `domain::access`, kept instead of computed with every question: a list of members asked the views for each
-- row anew. The views stay as the definition; triggers keep the tables equal to them; a test compares the two.

CREATE SCHEMA rights;
COMMENT ON SCHEMA rights IS 'What follows from other tables and is kept for speed. Never in a backup; rights.rebuild() makes it anew.';

DROP VIEW person_levels;
DROP VIEW person_organisations;
DROP VIEW organisation_levels;

CREATE VIEW rights.organisation_levels_defined AS
SELECT m.organisation_id,
       m.network_id,
       CASE WHEN m.state IN ('active', 'lapsed', 'suspended') THEN o.listing
            -- Applicants and former members are the secretariat's and the committee's business.
            ELSE GREATEST(o.listing, 'restricted'::level) END AS level,
       (o.listing = 'public' AND m.state IN ('active', 'lapsed') AND n.public_page AND n.state = 'active') AS public
FROM memberships m
JOIN organisations o ON o.id = m.organisation_id
JOIN networks n ON n.id = m.network_id;
COMMENT ON VIEW rights.organisation_levels_defined IS 'An organisation is never less sensitive than its listing, and more so where it is no member in good standing.';

CREATE VIEW rights.person_organisations_defined AS
SELECT person_id, organisation_id FROM affiliations WHERE until IS NULL
UNION
SELECT person_id, organisation_id FROM role_grants WHERE ended_at IS NULL AND organisation_id IS NOT NULL;
COMMENT ON VIEW rights.person_organisations_defined IS 'Whose people somebody is at present.';

CREATE VIEW rights.person_levels_defined AS
SELECT person_id, network_id, min(level) AS level
FROM (
    SELECT po.person_id, l.network_id, l.level
    FROM rights.person_organisations_defined po
    JOIN rights.organisation_levels_defined l ON l.organisation_id = po.organisation_id
    UNION ALL
    SELECT person_id, network_id, 'members'::level
    FROM role_grants
    WHERE ended_at IS NULL AND organisation_id IS NULL
) known
GROUP BY person_id, network_id;
COMMENT ON VIEW rights.person_levels_defined IS 'A person of a hidden group is as hidden as the group, unless they also stand for something visible: the least sensitive place counts.';

CREATE TABLE rights.organisation_levels (
    organisation_id uuid NOT NULL,
    network_id uuid NOT NULL,
    level level NOT NULL,
    public boolean NOT NULL,
    PRIMARY KEY (organisation_id, network_id)
);
COMMENT ON TABLE rights.organisation_levels IS 'As organisation_levels_defined.';

CREATE TABLE rights.person_organisations (
    person_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    PRIMARY KEY (person_id, organisation_id)
);
COMMENT ON TABLE rights.person_organisations IS 'As person_organisations_defined.';
CREATE INDEX person_organisations_by_organisation ON rights.person_organisations (organisation_id, person_id);

CREATE TABLE rights.person_levels (
    person_id uuid NOT NULL,
    network_id uuid NOT NULL,
    level level NOT NULL,
    PRIMARY KEY (person_id, network_id)
);
COMMENT ON TABLE rights.person_levels IS 'As person_levels_defined.';
CREATE INDEX person_levels_by_network ON rights.person_levels (network_id, person_id);

CREATE FUNCTION rights.quiet() RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT coalesce(current_setting('sala.quiet', true) = 'on', false) $$;
COMMENT ON FUNCTION rights.quiet IS 'A restore loads table after table; it rebuilds once at its end.';

CREATE FUNCTION rights.renew_person(who uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    -- Two changes to one person at once: the second waits here and then sees what the first has written.
    PERFORM 1 FROM people WHERE id = who FOR NO KEY UPDATE;
    DELETE FROM rights.person_organisations k WHERE k.person_id = who
        AND NOT EXISTS (SELECT 1 FROM rights.person_organisations_defined d WHERE d.person_id = who AND d.organisation_id = k.organisation_id);
    INSERT INTO rights.person_organisations SELECT person_id, organisation_id FROM rights.person_organisations_defined WHERE person_id = who
        ON CONFLICT DO NOTHING;
    DELETE FROM rights.person_levels k WHERE k.person_id = who
        AND NOT EXISTS (SELECT 1 FROM rights.person_levels_defined d WHERE d.person_id = who AND d.network_id = k.network_id);
    INSERT INTO rights.person_levels AS k SELECT person_id, network_id, level FROM rights.person_levels_defined WHERE person_id = who
        ON CONFLICT (person_id, network_id) DO UPDATE SET level = excluded.level WHERE k.level IS DISTINCT FROM excluded.level;
END $$;

CREATE FUNCTION rights.renew_organisation(what uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    who uuid;
BEGIN
    PERFORM 1 FROM organisations WHERE id = what FOR NO KEY UPDATE;
    DELETE FROM rights.organisation_levels k WHERE k.organisation_id = what
        AND NOT EXISTS (SELECT 1 FROM memberships m WHERE m.organisation_id = what AND m.network_id = k.network_id);
    INSERT INTO rights.organisation_levels AS k
        SELECT organisation_id, network_id, level, public FROM rights.organisation_levels_defined WHERE organisation_id = what
        ON CONFLICT (organisation_id, network_id) DO UPDATE SET level = excluded.level, public = excluded.public
        WHERE (k.level, k.public) IS DISTINCT FROM (excluded.level, excluded.public);
    FOR who IN SELECT person_id FROM rights.person_organisations_defined WHERE organisation_id = what ORDER BY person_id LOOP
        PERFORM rights.renew_person(who);
    END LOOP;
END $$;

CREATE FUNCTION rights.of_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT rights.quiet() THEN
        IF TG_OP <> 'INSERT' THEN PERFORM rights.renew_person(OLD.person_id); END IF;
        IF TG_OP <> 'DELETE' AND (TG_OP = 'INSERT' OR NEW.person_id <> OLD.person_id) THEN PERFORM rights.renew_person(NEW.person_id); END IF;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER rights_of_affiliations AFTER INSERT OR UPDATE OR DELETE ON affiliations
    FOR EACH ROW EXECUTE FUNCTION rights.of_person();
CREATE TRIGGER rights_of_role_grants AFTER INSERT OR UPDATE OR DELETE ON role_grants
    FOR EACH ROW EXECUTE FUNCTION rights.of_person();

CREATE FUNCTION rights.of_membership() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT rights.quiet() THEN
        IF TG_OP <> 'INSERT' THEN PERFORM rights.renew_organisation(OLD.organisation_id); END IF;
        IF TG_OP = 'INSERT' THEN PERFORM rights.renew_organisation(NEW.organisation_id); END IF;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER rights_of_memberships AFTER INSERT OR DELETE OR UPDATE OF state, organisation_id, network_id ON memberships
    FOR EACH ROW EXECUTE FUNCTION rights.of_membership();

CREATE FUNCTION rights.of_organisation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT rights.quiet() THEN PERFORM rights.renew_organisation(NEW.id); END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER rights_of_organisations AFTER UPDATE OF listing ON organisations
    FOR EACH ROW WHEN (OLD.listing IS DISTINCT FROM NEW.listing) EXECUTE FUNCTION rights.of_organisation();

CREATE FUNCTION rights.of_network() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT rights.quiet() THEN
        -- Only `public` depends on the network, and no person's level does.
        UPDATE rights.organisation_levels k SET public = d.public FROM rights.organisation_levels_defined d
        WHERE d.network_id = NEW.id AND k.network_id = NEW.id AND d.organisation_id = k.organisation_id AND k.public <> d.public;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER rights_of_networks AFTER UPDATE OF public_page, state ON networks
    FOR EACH ROW WHEN ((OLD.public_page, OLD.state) IS DISTINCT FROM (NEW.public_page, NEW.state)) EXECUTE FUNCTION rights.of_network();

CREATE FUNCTION rights.rebuild() RETURNS void LANGUAGE sql AS $$
    TRUNCATE rights.organisation_levels, rights.person_organisations, rights.person_levels;
    INSERT INTO rights.organisation_levels SELECT organisation_id, network_id, level, public FROM rights.organisation_levels_defined;
    INSERT INTO rights.person_organisations SELECT person_id, organisation_id FROM rights.person_organisations_defined;
    INSERT INTO rights.person_levels SELECT person_id, network_id, level FROM rights.person_levels_defined;
$$;
COMMENT ON FUNCTION rights.rebuild IS 'Makes all of it anew, as after a restore.';
SELECT rights.rebuild();

CREATE FUNCTION rights.people_seen(
    everything boolean, me uuid, view_own uuid[], view_members uuid[], view_restricted uuid[],
    know_everything boolean, know_me uuid, know_own uuid[], know_members uuid[], know_restricted uuid[],
    within uuid
) RETURNS TABLE (
    id uuid, family_km text, given_km text, family_latin text, given_latin text, honorific honorific, sex sex, language text,
    email text, phone text, protection protection, code_name text, version integer, identified boolean, reachable boolean, sort text
) LANGUAGE sql STABLE AS $$
    SELECT p.id, p.family_km, p.given_km, p.family_latin, p.given_latin, p.honorific, p.sex, p.language, p.email, p.phone,
           p.protection, p.code_name, p.version, k.identified, k.reachable,
           CASE WHEN k.identified THEN p.sort ELSE lower(p.code_name) END
    FROM people p
    CROSS JOIN LATERAL (
        SELECT coalesce(bool_or(l.network_id = ANY (know_restricted)), false) AS deep,
               coalesce(bool_or(l.level <= 'members' AND l.network_id = ANY (know_members)), false) AS flat,
               coalesce(bool_or((within IS NULL OR l.network_id = within)
                                AND ((l.level <= 'members' AND l.network_id = ANY (view_members))
                                     OR (l.level <= 'restricted' AND l.network_id = ANY (view_restricted)))), false) AS seen
        FROM rights.person_levels l WHERE l.person_id = p.id
    ) l
    CROSS JOIN LATERAL (
        SELECT know_everything OR (p.id = know_me) IS TRUE
               OR EXISTS (SELECT 1 FROM rights.person_organisations o WHERE o.person_id = p.id AND o.organisation_id = ANY (know_own)) AS own
    ) o
    CROSS JOIN LATERAL (
        SELECT p.protection = 'normal' OR o.own OR l.deep AS identified,
               o.own OR l.deep OR (p.protection = 'normal' AND l.flat) AS reachable
    ) k
    WHERE everything OR (p.id = me) IS TRUE OR l.seen
          OR EXISTS (SELECT 1 FROM rights.person_organisations o WHERE o.person_id = p.id AND o.organisation_id = ANY (view_own))
$$;
COMMENT ON FUNCTION rights.people_seen IS 'People whom an actor may see, and how well: identified (own name, or the code name only), reachable (contacts). The arguments are the fields of access::Reach for viewing and for knowing. PostgreSQL inlines it, so callers'' conditions and indexes apply.';
