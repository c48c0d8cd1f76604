-- Searches that somebody keeps, and mails of what is new in them.

CREATE TYPE alert_rhythm AS ENUM ('none', 'daily', 'weekly');

ALTER TABLE evidence_documents ADD COLUMN settled_at timestamptz;
COMMENT ON COLUMN evidence_documents.settled_at IS 'When it was first published: since then its level says who knows it, and it is news in saved searches.';
ALTER TABLE evidence_documents ADD CONSTRAINT evidence_documents_published_settled CHECK (
    state NOT IN ('published', 'superseded', 'expired') OR settled_at IS NOT NULL
);
ALTER TABLE evidence_documents ADD CONSTRAINT evidence_documents_public_rights CHECK (
    level <> 'public' OR settled_at IS NULL OR licence NOT IN ('unknown', 'all_rights_reserved')
);

CREATE TABLE evidence_searches (
    id uuid PRIMARY KEY,
    network_id uuid NOT NULL CONSTRAINT evidence_searches_network_fk REFERENCES networks (id),
    person_id uuid NOT NULL CONSTRAINT evidence_searches_person_fk REFERENCES people (id),
    name text NOT NULL CONSTRAINT evidence_searches_named CHECK (name <> ''),
    words text NOT NULL DEFAULT '',
    filters jsonb NOT NULL DEFAULT '[]',
    rhythm alert_rhythm NOT NULL DEFAULT 'none',
    told_until timestamptz NOT NULL,
    next_at timestamptz,
    created_at timestamptz NOT NULL,
    CONSTRAINT evidence_searches_alerted CHECK ((rhythm = 'none') = (next_at IS NULL))
);
COMMENT ON TABLE evidence_searches IS 'One person''s own. filters: pairs of a facet and its values. Documents published after told_until are news at next_at.';
CREATE INDEX evidence_searches_by_person ON evidence_searches (person_id, network_id, id);
CREATE INDEX evidence_searches_due ON evidence_searches (next_at) WHERE next_at IS NOT NULL;
