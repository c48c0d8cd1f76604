-- Publication: proposed by one person, confirmed by another, and kept byte for byte.

CREATE TABLE publications (
    paper_id uuid PRIMARY KEY CONSTRAINT publications_paper_fk REFERENCES papers (id),
    text_hash bytea NOT NULL,
    proposed_by uuid NOT NULL CONSTRAINT publications_proposed_by_fk REFERENCES people (id),
    proposed_at timestamptz NOT NULL,
    embargo_until timestamptz,
    confirmed_by uuid CONSTRAINT publications_confirmed_by_fk REFERENCES people (id),
    confirmed_at timestamptz,
    signed integer NOT NULL DEFAULT 0,
    withheld integer NOT NULL DEFAULT 0,
    CONSTRAINT publications_text_fk FOREIGN KEY (paper_id, text_hash) REFERENCES frozen_texts (paper_id, hash),
    CONSTRAINT publications_two_persons CHECK (confirmed_by <> proposed_by),
    CONSTRAINT publications_confirmed_whole CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL))
);
COMMENT ON TABLE publications IS 'How a paper came to be public: two persons, an embargo, and how many had signed on that day.';

CREATE TABLE published_files (
    paper_id uuid NOT NULL CONSTRAINT published_files_paper_fk REFERENCES publications (paper_id),
    name text NOT NULL,
    media text NOT NULL,
    sha256 bytea NOT NULL CONSTRAINT published_files_hash_length CHECK (octet_length(sha256) = 32),
    body bytea NOT NULL,
    PRIMARY KEY (paper_id, name)
);
COMMENT ON TABLE published_files IS 'What was published, byte for byte: never made anew, so that every copy can be told from a changed one.';
CREATE INDEX published_files_by_hash ON published_files (sha256);
