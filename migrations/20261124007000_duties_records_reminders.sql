-- Duties of members towards the authorities and the network, with their dates; reminders of all kinds, each sent once.

CREATE TYPE duty_kind AS ENUM ('expiring', 'yearly');
CREATE TYPE duty_status AS ENUM ('late', 'soon', 'in_order');

CREATE TABLE duties (
    id uuid PRIMARY KEY,
    network_id uuid NOT NULL CONSTRAINT duties_network_fk REFERENCES networks (id),
    name_en text NOT NULL DEFAULT '',
    name_km text NOT NULL DEFAULT '',
    kind duty_kind NOT NULL,
    due_month integer CONSTRAINT duties_month_sane CHECK (due_month BETWEEN 1 AND 12),
    due_day integer CONSTRAINT duties_day_sane CHECK (due_day BETWEEN 1 AND 28),
    registrations registration_status[] NOT NULL DEFAULT '{}',
    remind_days integer[] NOT NULL DEFAULT '{30,7}',
    active boolean NOT NULL DEFAULT true,
    from_on date NOT NULL,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    created_by uuid,
    CONSTRAINT duties_named CHECK (name_en <> '' OR name_km <> ''),
    CONSTRAINT duties_yearly_has_a_day CHECK ((kind = 'yearly') = (due_month IS NOT NULL AND due_day IS NOT NULL))
);
COMMENT ON TABLE duties IS 'What a network expects of its members: papers that expire, reports that fall due on the same day every year. Rules, not code: the secretariat edits them.';
COMMENT ON COLUMN duties.registrations IS 'Only for members with one of these standings with the authorities; empty for all.';
COMMENT ON COLUMN duties.remind_days IS 'How many days before the due date the member is reminded.';
COMMENT ON COLUMN duties.from_on IS 'The day from which it is asked for: what fell due before counts for nobody.';
CREATE INDEX duties_by_network ON duties (network_id);

CREATE TABLE duty_records (
    id uuid PRIMARY KEY,
    duty_id uuid NOT NULL CONSTRAINT duty_records_duty_fk REFERENCES duties (id),
    membership_id uuid NOT NULL CONSTRAINT duty_records_membership_fk REFERENCES memberships (id),
    done_on date NOT NULL,
    valid_until date,
    period integer,
    note text NOT NULL DEFAULT '',
    recorded_at timestamptz NOT NULL,
    recorded_by uuid CONSTRAINT duty_records_person_fk REFERENCES people (id),
    CONSTRAINT duty_records_one_date CHECK ((valid_until IS NULL) <> (period IS NULL))
);
COMMENT ON TABLE duty_records IS 'Append-only: that a member did its duty, for which year or until when.';
CREATE INDEX duty_records_by_membership ON duty_records (membership_id, duty_id, recorded_at DESC);

CREATE FUNCTION compliance(today date) RETURNS TABLE (duty_id uuid, membership_id uuid, network_id uuid, organisation_id uuid, due_on date)
LANGUAGE sql STABLE AS $$
    SELECT d.id, m.id, m.network_id, m.organisation_id,
           CASE d.kind
           WHEN 'expiring' THEN coalesce(
               (SELECT r.valid_until FROM duty_records r WHERE r.duty_id = d.id AND r.membership_id = m.id ORDER BY r.recorded_at DESC, r.id DESC LIMIT 1),
               greatest(d.from_on, m.joined_on) + 30)
           ELSE (SELECT make_date(y, d.due_month, d.due_day)
                 FROM generate_series(extract(year FROM greatest(d.from_on, m.joined_on))::int, extract(year FROM today)::int + 2) AS y
                 WHERE make_date(y, d.due_month, d.due_day) >= greatest(d.from_on, m.joined_on)
                   AND NOT EXISTS (SELECT 1 FROM duty_records r WHERE r.duty_id = d.id AND r.membership_id = m.id AND r.period = y)
                 ORDER BY y LIMIT 1)
           END
    FROM duties d
    JOIN memberships m ON m.network_id = d.network_id AND m.state IN ('active', 'lapsed', 'suspended')
    JOIN organisations o ON o.id = m.organisation_id
    WHERE d.active AND (d.registrations = '{}' OR o.registration = ANY (d.registrations))
$$;
COMMENT ON FUNCTION compliance IS 'When each duty next falls due, or fell due, for each member: an expiring paper with its last record, thirty days after it was first asked for where there is none; a yearly report in the first year that was not recorded.';

CREATE TABLE reminders (
    about text NOT NULL,
    subject uuid NOT NULL,
    recipient uuid NOT NULL,
    due_at timestamptz NOT NULL,
    step integer NOT NULL,
    sent_at timestamptz NOT NULL,
    PRIMARY KEY (about, subject, recipient, due_at, step)
);
COMMENT ON TABLE reminders IS 'What somebody was reminded of, so that it happens once: about a duty, a decision or a meeting, so many days before it is due.';
