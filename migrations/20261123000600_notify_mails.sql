-- Mail that waits or went.

CREATE TYPE mail_state AS ENUM ('waiting', 'sent', 'failed');

CREATE TABLE mails (
    id uuid PRIMARY KEY,
    kind text NOT NULL,
    person_id uuid CONSTRAINT mails_person_fk REFERENCES people (id),
    recipient text NOT NULL,
    language text NOT NULL,
    subject text NOT NULL,
    body text NOT NULL,
    state mail_state NOT NULL DEFAULT 'waiting',
    attempts integer NOT NULL DEFAULT 0,
    error text NOT NULL DEFAULT '',
    created_at timestamptz NOT NULL,
    not_before timestamptz NOT NULL,
    sent_at timestamptz
);
COMMENT ON TABLE mails IS 'Written with the act that causes it, sent afterwards. The id is the Message-ID, so a mail sent twice after a crash is recognised as one.';
CREATE INDEX mails_waiting ON mails (not_before) WHERE state = 'waiting';
CREATE INDEX mails_newest ON mails (created_at DESC, id);
