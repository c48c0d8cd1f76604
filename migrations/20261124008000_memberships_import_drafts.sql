-- Tables of members on their way in: read, mapped, looked over, then taken all or nothing.

CREATE TYPE import_state AS ENUM ('draft', 'done');

CREATE TABLE member_imports (
    id uuid PRIMARY KEY,
    network_id uuid NOT NULL CONSTRAINT member_imports_network_fk REFERENCES networks (id),
    made_by uuid NOT NULL CONSTRAINT member_imports_person_fk REFERENCES people (id),
    file_name text NOT NULL DEFAULT '',
    headers jsonb NOT NULL,
    rows jsonb NOT NULL,
    fields jsonb NOT NULL,
    choices jsonb NOT NULL DEFAULT '{}',
    state import_state NOT NULL DEFAULT 'draft',
    added integer NOT NULL DEFAULT 0,
    joined integer NOT NULL DEFAULT 0,
    skipped integer NOT NULL DEFAULT 0,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    done_at timestamptz,
    CONSTRAINT member_imports_done_whole CHECK ((state = 'done') = (done_at IS NOT NULL))
);
COMMENT ON TABLE member_imports IS 'A table of organisations that somebody is importing. A draft keeps until it is imported or thrown away; when done its rows are emptied.';
COMMENT ON COLUMN member_imports.fields IS 'What each column holds, by position.';
COMMENT ON COLUMN member_imports.choices IS 'What to do with a row that looks like somebody who is there already: by line, "new", "skip", or the id of the organisation it is.';
CREATE INDEX member_imports_by_network ON member_imports (network_id, id DESC);
