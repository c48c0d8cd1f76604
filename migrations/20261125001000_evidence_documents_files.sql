-- The shared evidence library: documents, their files and texts, uploads under way, and what people do with them.

CREATE TYPE evidence_state AS ENUM ('uploaded', 'catalogued', 'published', 'superseded', 'withdrawn', 'expired');
CREATE TYPE evidence_origin AS ENUM (
    'own_research', 'public_source', 'information_request', 'member_contributed', 'leaked_received', 'oral_testimony'
);
CREATE TYPE evidence_consent AS ENUM ('not_applicable', 'given', 'not_given', 'withdrawn');
CREATE TYPE text_state AS ENUM ('waiting', 'read', 'no_text', 'unreadable');

CREATE TABLE evidence_documents (
    id uuid PRIMARY KEY,
    network_id uuid NOT NULL CONSTRAINT evidence_documents_network_fk REFERENCES networks (id),
    organisation_id uuid CONSTRAINT evidence_documents_organisation_fk REFERENCES organisations (id),
    group_id uuid CONSTRAINT evidence_documents_group_fk REFERENCES working_groups (id),
    state evidence_state NOT NULL DEFAULT 'uploaded',
    level level NOT NULL,
    level_reason text NOT NULL DEFAULT '',
    audience text[] NOT NULL,
    title_en text NOT NULL DEFAULT '',
    title_km text NOT NULL DEFAULT '',
    abstract_en text NOT NULL DEFAULT '',
    abstract_km text NOT NULL DEFAULT '',
    doc_type uuid CONSTRAINT evidence_documents_type_fk REFERENCES terms (id),
    authors text[] NOT NULL DEFAULT '{}',
    publisher text NOT NULL DEFAULT '',
    published_on text NOT NULL DEFAULT '' CONSTRAINT evidence_documents_published_shape CHECK (
        published_on = '' OR published_on ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'
    ),
    languages text[] NOT NULL DEFAULT '{}',
    url text NOT NULL DEFAULT '',
    official_number text NOT NULL DEFAULT '',
    origin evidence_origin,
    obtained_on date,
    origin_note text NOT NULL DEFAULT '',
    licence text NOT NULL DEFAULT 'unknown',
    consent evidence_consent NOT NULL DEFAULT 'not_applicable',
    consent_scope text NOT NULL DEFAULT '',
    consent_withdrawn_on date,
    personal_data boolean NOT NULL DEFAULT false,
    anonymised boolean NOT NULL DEFAULT false,
    quality smallint[] CONSTRAINT evidence_documents_quality_shape CHECK (
        quality IS NULL OR (cardinality(quality) = 5 AND 1 <= ALL (quality) AND 4 >= ALL (quality))
    ),
    quality_by uuid CONSTRAINT evidence_documents_quality_by_fk REFERENCES people (id),
    superseded_by uuid CONSTRAINT evidence_documents_newer_fk REFERENCES evidence_documents (id),
    state_reason text NOT NULL DEFAULT '',
    uploaded_by uuid CONSTRAINT evidence_documents_uploader_fk REFERENCES people (id),
    uploaded_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT evidence_documents_titled CHECK (title_en <> '' OR title_km <> ''),
    CONSTRAINT evidence_documents_newer_is_other CHECK (superseded_by <> id),
    CONSTRAINT evidence_documents_superseded CHECK (state <> 'superseded' OR superseded_by IS NOT NULL),
    CONSTRAINT evidence_documents_consent_ends CHECK ((consent = 'withdrawn') = (consent_withdrawn_on IS NOT NULL))
);
COMMENT ON TABLE evidence_documents IS 'A document as catalogued. Never deleted: withdrawn ones keep a stub.';
COMMENT ON COLUMN evidence_documents.audience IS 'Who may know it, as tickets (domain::access): written by the store from the same facts that decide about the single document.';
COMMENT ON COLUMN evidence_documents.group_id IS 'The team: the working group whose people know it when it is restricted.';
COMMENT ON COLUMN evidence_documents.published_on IS 'EDTF level 0: year, month or day, as far as known.';
COMMENT ON COLUMN evidence_documents.licence IS 'SPDX or Creative Commons id, or all_rights_reserved, public_domain_official_text, unknown.';
COMMENT ON COLUMN evidence_documents.quality IS 'Bond principles, 1 to 4 each: voice and inclusion, appropriateness, triangulation, contribution, transparency.';
CREATE INDEX evidence_documents_by_network ON evidence_documents (network_id, uploaded_at DESC, id DESC);
CREATE INDEX evidence_documents_by_audience ON evidence_documents USING gin (audience);

CREATE TABLE evidence_readers (
    document_id uuid NOT NULL CONSTRAINT evidence_readers_document_fk REFERENCES evidence_documents (id),
    person_id uuid NOT NULL CONSTRAINT evidence_readers_person_fk REFERENCES people (id),
    PRIMARY KEY (document_id, person_id)
);
COMMENT ON TABLE evidence_readers IS 'The named persons of a confidential document, beside its uploader.';

CREATE TABLE evidence_themes (
    document_id uuid NOT NULL CONSTRAINT evidence_themes_document_fk REFERENCES evidence_documents (id),
    term_id uuid NOT NULL CONSTRAINT evidence_themes_term_fk REFERENCES terms (id),
    PRIMARY KEY (document_id, term_id)
);

CREATE TABLE evidence_places (
    document_id uuid NOT NULL CONSTRAINT evidence_places_document_fk REFERENCES evidence_documents (id),
    place_code text NOT NULL CONSTRAINT evidence_places_place_fk REFERENCES places (code),
    PRIMARY KEY (document_id, place_code)
);

CREATE TABLE evidence_files (
    id uuid PRIMARY KEY,
    document_id uuid NOT NULL CONSTRAINT evidence_files_document_fk REFERENCES evidence_documents (id),
    position integer NOT NULL,
    name text NOT NULL,
    media text NOT NULL,
    bytes bigint NOT NULL CONSTRAINT evidence_files_not_empty CHECK (bytes > 0),
    sha256 text NOT NULL CONSTRAINT evidence_files_hash_shape CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    object text NOT NULL,
    text_state text_state NOT NULL DEFAULT 'waiting',
    recognised boolean NOT NULL DEFAULT false,
    pages integer,
    tries integer NOT NULL DEFAULT 0,
    read_until timestamptz,
    removed_at timestamptz,
    swept_at timestamptz,
    CONSTRAINT evidence_files_once UNIQUE (document_id, position)
);
COMMENT ON COLUMN evidence_files.object IS 'Where its bytes lie in the file store; a name that nobody can guess.';
COMMENT ON COLUMN evidence_files.recognised IS 'Its text was recognised in pictures (OCR), so it may be wrong.';
COMMENT ON COLUMN evidence_files.read_until IS 'Some node reads its text; after this instant another may take over.';
COMMENT ON COLUMN evidence_files.removed_at IS 'Nobody may read it from this instant on; swept_at: its bytes are gone, too.';
CREATE INDEX evidence_files_by_document ON evidence_files (document_id, position);
CREATE INDEX evidence_files_waiting ON evidence_files (id) WHERE text_state = 'waiting' AND removed_at IS NULL;
CREATE INDEX evidence_files_to_sweep ON evidence_files (id) WHERE removed_at IS NOT NULL AND swept_at IS NULL;
CREATE INDEX evidence_files_by_hash ON evidence_files (sha256) WHERE removed_at IS NULL;

CREATE TABLE evidence_pages (
    file_id uuid NOT NULL CONSTRAINT evidence_pages_file_fk REFERENCES evidence_files (id),
    page integer NOT NULL CONSTRAINT evidence_pages_from_one CHECK (page >= 1),
    language text NOT NULL DEFAULT '',
    text text NOT NULL,
    PRIMARY KEY (file_id, page)
);
COMMENT ON TABLE evidence_pages IS 'The text of a file, page by page (slides and sheets count as pages).';

CREATE TABLE evidence_uploads (
    id uuid PRIMARY KEY,
    network_id uuid NOT NULL CONSTRAINT evidence_uploads_network_fk REFERENCES networks (id),
    organisation_id uuid CONSTRAINT evidence_uploads_organisation_fk REFERENCES organisations (id),
    person_id uuid NOT NULL CONSTRAINT evidence_uploads_person_fk REFERENCES people (id),
    name text NOT NULL,
    bytes bigint NOT NULL CONSTRAINT evidence_uploads_not_empty CHECK (bytes > 0),
    received bigint NOT NULL DEFAULT 0 CONSTRAINT evidence_uploads_within CHECK (received BETWEEN 0 AND bytes),
    parts bigint[] NOT NULL DEFAULT '{}',
    clean boolean NOT NULL DEFAULT false,
    media text,
    sha256 text,
    object text,
    kept_bytes bigint,
    started_at timestamptz NOT NULL,
    touched_at timestamptz NOT NULL,
    used_at timestamptz,
    CONSTRAINT evidence_uploads_complete CHECK (
        (object IS NULL) = (sha256 IS NULL) AND (object IS NULL) = (media IS NULL) AND (object IS NULL OR received = bytes)
    )
);
COMMENT ON TABLE evidence_uploads IS 'Files on their way in: parts lie in the file store under the id of the upload until the last one is there.';
COMMENT ON COLUMN evidence_uploads.parts IS 'Where each part begins, in order.';
COMMENT ON COLUMN evidence_uploads.clean IS 'What cameras and office programs write about people is to be left out.';

CREATE TABLE evidence_twins (
    document_id uuid NOT NULL CONSTRAINT evidence_twins_document_fk REFERENCES evidence_documents (id),
    twin_id uuid NOT NULL CONSTRAINT evidence_twins_twin_fk REFERENCES evidence_documents (id),
    found_at timestamptz NOT NULL,
    settled_at timestamptz,
    settled_by uuid,
    PRIMARY KEY (document_id, twin_id)
);
COMMENT ON TABLE evidence_twins IS 'The same file came a second time from somebody who may not know the first: a task for whoever curates.';

CREATE TABLE evidence_openings (
    document_id uuid NOT NULL CONSTRAINT evidence_openings_document_fk REFERENCES evidence_documents (id),
    person_id uuid NOT NULL CONSTRAINT evidence_openings_person_fk REFERENCES people (id),
    opened_at timestamptz NOT NULL
);
COMMENT ON TABLE evidence_openings IS 'Who opened a file of a confidential document, and when. Append-only.';
CREATE INDEX evidence_openings_by_document ON evidence_openings (document_id, opened_at DESC);

CREATE TABLE evidence_requests (
    id uuid PRIMARY KEY,
    network_id uuid NOT NULL CONSTRAINT evidence_requests_network_fk REFERENCES networks (id),
    organisation_id uuid CONSTRAINT evidence_requests_organisation_fk REFERENCES organisations (id),
    person_id uuid NOT NULL CONSTRAINT evidence_requests_person_fk REFERENCES people (id),
    wanted text NOT NULL,
    asked_at timestamptz NOT NULL,
    answer text NOT NULL DEFAULT '',
    document_id uuid CONSTRAINT evidence_requests_document_fk REFERENCES evidence_documents (id),
    answered_at timestamptz,
    answered_by uuid
);
COMMENT ON TABLE evidence_requests IS 'What somebody looked for and did not find, put to whoever curates the library.';
CREATE INDEX evidence_requests_by_network ON evidence_requests (network_id, asked_at DESC, id DESC);
