-- The day of a dialogue: its agenda, who was there, what was said, and how it was found.

ALTER TYPE dialogue_state ADD VALUE 'held' BEFORE 'cancelled';
ALTER TYPE dialogue_state ADD VALUE 'reported' BEFORE 'cancelled';
ALTER TYPE dialogue_state ADD VALUE 'closed' BEFORE 'cancelled';
CREATE TYPE agenda_kind AS ENUM ('opening', 'panel', 'presentation', 'group_work', 'plenary', 'caucus', 'closing');
CREATE TYPE speaker_role AS ENUM ('speaker', 'moderator', 'respondent');
CREATE TYPE age_band AS ENUM ('under_15', 'youth', 'adult', 'elder', 'unknown');
CREATE TYPE yes_no AS ENUM ('yes', 'no', 'unknown');
CREATE TYPE presence AS ENUM ('full', 'part', 'online', 'absent');
CREATE TYPE dialogue_minutes_state AS ENUM ('draft', 'circulated', 'approved', 'published');
CREATE TYPE correction_state AS ENUM ('open', 'accepted', 'declined');

ALTER TABLE dialogues
    ADD COLUMN nothing_promised boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT dialogues_id_with_rule UNIQUE (id, attribution);
COMMENT ON COLUMN dialogues.nothing_promised IS 'Whoever reports it says that nothing was promised.';

CREATE TABLE dialogue_agenda (
    id uuid PRIMARY KEY,
    dialogue_id uuid NOT NULL CONSTRAINT dialogue_agenda_dialogue_fk REFERENCES dialogues (id),
    position integer NOT NULL,
    kind agenda_kind NOT NULL,
    minutes integer NOT NULL CONSTRAINT dialogue_agenda_minutes_counted CHECK (minutes BETWEEN 1 AND 1440),
    title_en text NOT NULL DEFAULT '',
    title_km text NOT NULL DEFAULT '',
    reason text NOT NULL DEFAULT '',
    CONSTRAINT dialogue_agenda_titled CHECK (title_en <> '' OR title_km <> '')
);
COMMENT ON TABLE dialogue_agenda IS 'What happens in a dialogue, one after the other.';
COMMENT ON COLUMN dialogue_agenda.reason IS 'Why a panel is of one sex.';
CREATE INDEX dialogue_agenda_by_dialogue ON dialogue_agenda (dialogue_id, position);

CREATE TABLE dialogue_speakers (
    agenda_id uuid NOT NULL CONSTRAINT dialogue_speakers_agenda_fk REFERENCES dialogue_agenda (id) ON DELETE CASCADE,
    position integer NOT NULL,
    name text NOT NULL CONSTRAINT dialogue_speakers_named CHECK (name <> ''),
    role speaker_role NOT NULL,
    sex sex NOT NULL,
    PRIMARY KEY (agenda_id, position)
);
COMMENT ON TABLE dialogue_speakers IS 'Who is to speak to an item of the agenda.';

CREATE TABLE dialogue_attendance (
    id uuid PRIMARY KEY,
    dialogue_id uuid NOT NULL CONSTRAINT dialogue_attendance_dialogue_fk REFERENCES dialogues (id),
    invitation_id uuid CONSTRAINT dialogue_attendance_invitation_fk REFERENCES dialogue_invitations (id),
    name text NOT NULL DEFAULT '',
    constituency text NOT NULL,
    sex sex NOT NULL,
    age age_band NOT NULL,
    disability yes_no NOT NULL DEFAULT 'unknown',
    indigenous yes_no NOT NULL DEFAULT 'unknown',
    presence presence NOT NULL,
    people integer NOT NULL DEFAULT 1,
    marked_at timestamptz NOT NULL,
    recorded_by uuid CONSTRAINT dialogue_attendance_recorded_by_fk REFERENCES people (id),
    recorded_at timestamptz NOT NULL,
    CONSTRAINT dialogue_attendance_once UNIQUE (invitation_id),
    CONSTRAINT dialogue_attendance_counted CHECK (people BETWEEN 1 AND 5000),
    CONSTRAINT dialogue_attendance_groups_unnamed CHECK (people = 1 OR (invitation_id IS NULL AND name = ''))
);
COMMENT ON TABLE dialogue_attendance IS 'Who was there: somebody invited, somebody who came without, or so many of a paper list.';
COMMENT ON COLUMN dialogue_attendance.id IS 'Chosen by the device that marks: sent twice, it is one.';
COMMENT ON COLUMN dialogue_attendance.marked_at IS 'When it was marked, by the clock of the device: of two marks of one person the later holds.';
COMMENT ON COLUMN dialogue_attendance.disability IS 'Told as a total alone.';
COMMENT ON COLUMN dialogue_attendance.indigenous IS 'Told as a total alone.';
CREATE INDEX dialogue_attendance_by_dialogue ON dialogue_attendance (dialogue_id, id);

CREATE TABLE dialogue_minutes (
    dialogue_id uuid PRIMARY KEY CONSTRAINT dialogue_minutes_dialogue_fk REFERENCES dialogues (id),
    state dialogue_minutes_state NOT NULL DEFAULT 'draft',
    circulated_at timestamptz,
    corrections_until timestamptz,
    approved_by text NOT NULL DEFAULT '',
    approved_at timestamptz,
    recorded_by uuid CONSTRAINT dialogue_minutes_recorded_by_fk REFERENCES people (id),
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT dialogue_minutes_approved_by_somebody CHECK (state IN ('draft', 'circulated') OR approved_by <> '')
);
COMMENT ON TABLE dialogue_minutes IS 'How far the minutes of a dialogue are.';
COMMENT ON COLUMN dialogue_minutes.approved_by IS 'Who of those who preside has approved them, and how one knows.';

-- Under a protective rule there is no place for a name: the rule stands in the row itself, and follows that of the dialogue.
CREATE TABLE dialogue_points (
    id uuid PRIMARY KEY,
    dialogue_id uuid NOT NULL,
    attribution engagement_attribution NOT NULL,
    agenda_id uuid CONSTRAINT dialogue_points_agenda_fk REFERENCES dialogue_agenda (id) ON DELETE SET NULL,
    position integer NOT NULL,
    text_en text NOT NULL DEFAULT '',
    text_km text NOT NULL DEFAULT '',
    speaker text NOT NULL DEFAULT '',
    written_by uuid CONSTRAINT dialogue_points_written_by_fk REFERENCES people (id),
    written_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT dialogue_points_dialogue_fk FOREIGN KEY (dialogue_id, attribution)
        REFERENCES dialogues (id, attribution) ON UPDATE CASCADE,
    CONSTRAINT dialogue_points_speaker_by_rule CHECK (speaker = '' OR attribution = 'on_record'),
    CONSTRAINT dialogue_points_told CHECK (text_en <> '' OR text_km <> '')
);
COMMENT ON TABLE dialogue_points IS 'What was said, point by point.';
COMMENT ON COLUMN dialogue_points.speaker IS 'Who said it; under Chatham House and off the record nobody can be named.';
CREATE INDEX dialogue_points_by_dialogue ON dialogue_points (dialogue_id, position);

CREATE TABLE dialogue_corrections (
    id uuid PRIMARY KEY,
    dialogue_id uuid NOT NULL CONSTRAINT dialogue_corrections_dialogue_fk REFERENCES dialogues (id),
    point_id uuid CONSTRAINT dialogue_corrections_point_fk REFERENCES dialogue_points (id) ON DELETE SET NULL,
    invitation_id uuid CONSTRAINT dialogue_corrections_invitation_fk REFERENCES dialogue_invitations (id),
    author text NOT NULL CONSTRAINT dialogue_corrections_authored CHECK (author <> ''),
    via invitation_channel NOT NULL,
    text text NOT NULL CONSTRAINT dialogue_corrections_told CHECK (text <> ''),
    state correction_state NOT NULL DEFAULT 'open',
    response text NOT NULL DEFAULT '',
    recorded_by uuid CONSTRAINT dialogue_corrections_recorded_by_fk REFERENCES people (id),
    recorded_at timestamptz NOT NULL,
    answered_by uuid CONSTRAINT dialogue_corrections_answered_by_fk REFERENCES people (id),
    answered_at timestamptz,
    CONSTRAINT dialogue_corrections_declined_with_reason CHECK (state <> 'declined' OR response <> '')
);
COMMENT ON TABLE dialogue_corrections IS 'What somebody who was there says about the minutes.';
CREATE INDEX dialogue_corrections_by_dialogue ON dialogue_corrections (dialogue_id, recorded_at, id);

CREATE TABLE dialogue_feedback (
    dialogue_id uuid PRIMARY KEY CONSTRAINT dialogue_feedback_dialogue_fk REFERENCES dialogues (id),
    useful integer[] NOT NULL,
    safe integer[] NOT NULL,
    heard integer[] NOT NULL,
    comments text[] NOT NULL DEFAULT '{}'
);
COMMENT ON TABLE dialogue_feedback IS
    'How a dialogue was found. Sums of each mark from 1 to 5 and remarks in the order of the alphabet: nothing tells who gave which.';

ALTER TABLE dialogue_invitations ADD COLUMN fed_back boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN dialogue_invitations.fed_back IS 'They have said how they found it; what is not known.';

ALTER TABLE commitments ADD COLUMN dialogue_id uuid CONSTRAINT commitments_dialogue_fk REFERENCES dialogues (id);
CREATE INDEX commitments_by_dialogue ON commitments (dialogue_id) WHERE dialogue_id IS NOT NULL;
