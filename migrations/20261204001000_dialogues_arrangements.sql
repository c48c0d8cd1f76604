-- What is arranged for a dialogue: letters on paper, hosts, money, the authorities, documents, tables; and dialogues that follow each
-- other.

CREATE TYPE letter_way AS ENUM ('mail', 'print', 'text');
ALTER TABLE dialogue_links ADD COLUMN way letter_way NOT NULL DEFAULT 'mail';
ALTER TABLE dialogue_links ALTER COLUMN way DROP DEFAULT;
COMMENT ON COLUMN dialogue_links.way IS 'How the letter with this link goes: by mail, on paper, or as a text for a messenger.';

ALTER TABLE dialogue_invitations
    ADD COLUMN seat_table integer CONSTRAINT dialogue_invitations_table_counted CHECK (seat_table BETWEEN 1 AND 500);
COMMENT ON COLUMN dialogue_invitations.seat_table IS 'At which table they sit.';

ALTER TABLE dialogues ADD COLUMN series_id uuid;
COMMENT ON COLUMN dialogues.series_id IS 'The first of the dialogues that follow each other.';
CREATE INDEX dialogues_by_series ON dialogues (series_id, starts_at, id) WHERE series_id IS NOT NULL;

CREATE TABLE dialogue_arrangements (
    dialogue_id uuid PRIMARY KEY CONSTRAINT dialogue_arrangements_dialogue_fk REFERENCES dialogues (id),
    letter_en text NOT NULL DEFAULT '',
    letter_km text NOT NULL DEFAULT '',
    signatory_en text NOT NULL DEFAULT '',
    signatory_km text NOT NULL DEFAULT '',
    co_host_en text NOT NULL DEFAULT '',
    co_host_km text NOT NULL DEFAULT '',
    notice_needed boolean NOT NULL DEFAULT false,
    notice_sent_on date,
    notice_reference text NOT NULL DEFAULT ''
);
COMMENT ON TABLE dialogue_arrangements IS 'What is arranged for a dialogue, once somebody has written it down.';
COMMENT ON COLUMN dialogue_arrangements.letter_en IS 'What letters of invitation say beside place and time.';
COMMENT ON COLUMN dialogue_arrangements.co_host_en IS 'Who holds it together with the network, such as a provincial administration.';
COMMENT ON COLUMN dialogue_arrangements.notice_needed IS 'The authorities are to be told.';

CREATE TABLE dialogue_hosts (
    dialogue_id uuid NOT NULL CONSTRAINT dialogue_hosts_dialogue_fk REFERENCES dialogues (id),
    organisation_id uuid NOT NULL CONSTRAINT dialogue_hosts_organisation_fk REFERENCES organisations (id),
    position integer NOT NULL,
    PRIMARY KEY (dialogue_id, organisation_id)
);
COMMENT ON TABLE dialogue_hosts IS 'Organisations that hold a dialogue.';
CREATE INDEX dialogue_hosts_by_organisation ON dialogue_hosts (organisation_id);

CREATE TABLE dialogue_costs (
    dialogue_id uuid NOT NULL CONSTRAINT dialogue_costs_dialogue_fk REFERENCES dialogues (id),
    position integer NOT NULL,
    what text NOT NULL CONSTRAINT dialogue_costs_told CHECK (what <> ''),
    currency text NOT NULL,
    amount bigint NOT NULL CONSTRAINT dialogue_costs_counted CHECK (amount >= 0),
    PRIMARY KEY (dialogue_id, position)
);
COMMENT ON TABLE dialogue_costs IS 'What a dialogue is to cost, in hundredths.';

CREATE TABLE dialogue_documents (
    dialogue_id uuid NOT NULL CONSTRAINT dialogue_documents_dialogue_fk REFERENCES dialogues (id),
    document_id uuid NOT NULL CONSTRAINT dialogue_documents_document_fk REFERENCES evidence_documents (id),
    position integer NOT NULL,
    PRIMARY KEY (dialogue_id, document_id)
);
COMMENT ON TABLE dialogue_documents IS 'Documents of the library that belong to a dialogue.';
CREATE INDEX dialogue_documents_by_document ON dialogue_documents (document_id);
