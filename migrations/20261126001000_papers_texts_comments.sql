-- Position papers: the texts that organisations write together, their comments and amendments, and their frozen versions.

CREATE TYPE paper_type AS ENUM (
    'position_paper', 'policy_brief', 'joint_statement', 'sign_on_letter', 'open_letter', 'submission', 'shadow_report',
    'press_statement'
);
CREATE TYPE paper_author_mode AS ENUM ('network_position', 'signatories');
CREATE TYPE paper_state AS ENUM ('draft', 'internal_consultation', 'review', 'final_text', 'abandoned');
CREATE TYPE comment_kind AS ENUM ('factual', 'legal', 'wording', 'substantive', 'security');
CREATE TYPE comment_state AS ENUM ('open', 'accepted', 'accepted_modified', 'merged', 'not_accepted', 'withdrawn');
CREATE TYPE amendment_operation AS ENUM ('add', 'replace', 'delete');
CREATE TYPE translation_state AS ENUM ('missing', 'in_progress', 'translated', 'reviewed', 'outdated');
CREATE TYPE revision_kind AS ENUM ('automatic', 'named', 'milestone');

CREATE TABLE papers (
    id uuid PRIMARY KEY,
    network_id uuid NOT NULL CONSTRAINT papers_network_fk REFERENCES networks (id),
    group_id uuid CONSTRAINT papers_group_fk REFERENCES working_groups (id),
    title_en text NOT NULL,
    title_km text NOT NULL,
    text_type paper_type NOT NULL,
    author_mode paper_author_mode NOT NULL,
    summary_en text NOT NULL DEFAULT '',
    summary_km text NOT NULL DEFAULT '',
    source_lang text NOT NULL CONSTRAINT papers_source_lang_known CHECK (source_lang IN ('en', 'km')),
    authoritative_lang text NOT NULL CONSTRAINT papers_authoritative_lang_known CHECK (authoritative_lang IN ('en', 'km')),
    level level NOT NULL,
    audience text[] NOT NULL,
    deadline date,
    state paper_state NOT NULL DEFAULT 'draft',
    state_reason text NOT NULL DEFAULT '',
    consultation_ends_on date,
    security_checked_by uuid CONSTRAINT papers_security_checked_by_fk REFERENCES people (id),
    security_checked_at timestamptz,
    translation translation_state NOT NULL DEFAULT 'missing',
    translation_based_on bytea,
    translation_by uuid CONSTRAINT papers_translation_by_fk REFERENCES people (id),
    created_by uuid CONSTRAINT papers_created_by_fk REFERENCES people (id),
    created_for uuid CONSTRAINT papers_created_for_fk REFERENCES organisations (id),
    created_at timestamptz NOT NULL,
    moved_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT papers_titled CHECK (title_en <> '' OR title_km <> ''),
    CONSTRAINT papers_consultation_ends CHECK (state <> 'internal_consultation' OR consultation_ends_on IS NOT NULL)
);
COMMENT ON TABLE papers IS 'A text that organisations write together. Its words live in paper_updates and paper_snapshots.';
COMMENT ON COLUMN papers.group_id IS 'The working group whose people write it, where there is one.';
COMMENT ON COLUMN papers.audience IS 'Who may know it, as tickets (domain::access): written by the store from the same facts that decide about the single paper.';
COMMENT ON COLUMN papers.translation IS 'Where the text in the other language stands.';
COMMENT ON COLUMN papers.translation_based_on IS 'Hash of the source text that the translation was last said to follow.';
CREATE INDEX papers_by_network ON papers (network_id, moved_at DESC, id DESC);
CREATE INDEX papers_by_audience ON papers USING gin (audience);

CREATE TABLE paper_drafters (
    paper_id uuid NOT NULL CONSTRAINT paper_drafters_paper_fk REFERENCES papers (id),
    person_id uuid NOT NULL CONSTRAINT paper_drafters_person_fk REFERENCES people (id),
    organisation_id uuid CONSTRAINT paper_drafters_organisation_fk REFERENCES organisations (id),
    leads boolean NOT NULL,
    added_at timestamptz NOT NULL,
    PRIMARY KEY (paper_id, person_id)
);
COMMENT ON TABLE paper_drafters IS 'Who writes a paper, by name; the people of its working group write it too.';

CREATE TABLE paper_updates (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    paper_id uuid NOT NULL CONSTRAINT paper_updates_paper_fk REFERENCES papers (id),
    person_id uuid CONSTRAINT paper_updates_person_fk REFERENCES people (id),
    kept_at timestamptz NOT NULL DEFAULT now(),
    body bytea NOT NULL,
    folded boolean NOT NULL DEFAULT false
);
COMMENT ON TABLE paper_updates IS 'Every change of a text as its author sent it (Yjs update, version 1). Never changed, never deleted.';
COMMENT ON COLUMN paper_updates.folded IS 'A snapshot holds it: not needed to open the text, kept to know who wrote what.';
CREATE INDEX paper_updates_to_load ON paper_updates (paper_id, id) WHERE NOT folded;
CREATE INDEX paper_updates_by_time ON paper_updates (paper_id, kept_at);

CREATE TABLE paper_clients (
    paper_id uuid NOT NULL CONSTRAINT paper_clients_paper_fk REFERENCES papers (id),
    client bigint NOT NULL,
    person_id uuid NOT NULL CONSTRAINT paper_clients_person_fk REFERENCES people (id),
    PRIMARY KEY (paper_id, client)
);
COMMENT ON TABLE paper_clients IS 'Whose browsers the clients of a text are. Nobody writes under a client of somebody else: what that one writes next would be taken for known.';

CREATE TABLE paper_snapshots (
    paper_id uuid PRIMARY KEY CONSTRAINT paper_snapshots_paper_fk REFERENCES papers (id),
    made_at timestamptz NOT NULL DEFAULT now(),
    body bytea NOT NULL
);
COMMENT ON TABLE paper_snapshots IS 'All folded changes of a text in one (Yjs update, version 1), so that it opens at once.';

CREATE TABLE paper_revisions (
    id uuid PRIMARY KEY,
    paper_id uuid NOT NULL CONSTRAINT paper_revisions_paper_fk REFERENCES papers (id),
    number integer NOT NULL,
    kind revision_kind NOT NULL,
    note text NOT NULL,
    hash bytea NOT NULL,
    body bytea NOT NULL,
    content jsonb NOT NULL,
    person_id uuid CONSTRAINT paper_revisions_person_fk REFERENCES people (id),
    organisation_id uuid CONSTRAINT paper_revisions_organisation_fk REFERENCES organisations (id),
    made_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT paper_revisions_number_once UNIQUE (paper_id, number)
);
COMMENT ON TABLE paper_revisions IS 'A text as it was: never changed.';
COMMENT ON COLUMN paper_revisions.hash IS 'SHA-256 of the content in canonical form: the same words give the same hash.';

CREATE TABLE paper_comments (
    id uuid PRIMARY KEY,
    paper_id uuid NOT NULL CONSTRAINT paper_comments_paper_fk REFERENCES papers (id),
    number integer NOT NULL,
    lang text NOT NULL CONSTRAINT paper_comments_lang_known CHECK (lang IN ('en', 'km')),
    section text NOT NULL,
    quote text NOT NULL,
    anchor bytea CONSTRAINT paper_comments_anchor_small CHECK (octet_length(anchor) <= 200),
    kind comment_kind NOT NULL,
    body text NOT NULL,
    operation amendment_operation,
    old_text text NOT NULL DEFAULT '',
    new_text text NOT NULL DEFAULT '',
    person_id uuid NOT NULL CONSTRAINT paper_comments_person_fk REFERENCES people (id),
    organisation_id uuid CONSTRAINT paper_comments_organisation_fk REFERENCES organisations (id),
    made_at timestamptz NOT NULL,
    state comment_state NOT NULL DEFAULT 'open',
    response text NOT NULL DEFAULT '',
    answered_by uuid CONSTRAINT paper_comments_answered_by_fk REFERENCES people (id),
    answered_at timestamptz,
    CONSTRAINT paper_comments_number_once UNIQUE (paper_id, number),
    CONSTRAINT paper_comments_refusal_explained CHECK (state <> 'not_accepted' OR response <> '')
);
COMMENT ON TABLE paper_comments IS 'What organisations say of a text: a comment, or an amendment where there is an operation.';
COMMENT ON COLUMN paper_comments.anchor IS 'Where in the text it stands: two Yjs relative positions, as the editor made them.';

CREATE TABLE paper_replies (
    id uuid PRIMARY KEY,
    comment_id uuid NOT NULL CONSTRAINT paper_replies_comment_fk REFERENCES paper_comments (id),
    person_id uuid NOT NULL CONSTRAINT paper_replies_person_fk REFERENCES people (id),
    organisation_id uuid CONSTRAINT paper_replies_organisation_fk REFERENCES organisations (id),
    body text NOT NULL,
    made_at timestamptz NOT NULL
);
CREATE INDEX paper_replies_by_comment ON paper_replies (comment_id, made_at, id);

CREATE TABLE paper_supporters (
    comment_id uuid NOT NULL CONSTRAINT paper_supporters_comment_fk REFERENCES paper_comments (id),
    organisation_id uuid NOT NULL CONSTRAINT paper_supporters_organisation_fk REFERENCES organisations (id),
    person_id uuid NOT NULL CONSTRAINT paper_supporters_person_fk REFERENCES people (id),
    PRIMARY KEY (comment_id, organisation_id)
);
COMMENT ON TABLE paper_supporters IS 'The organisations that support an amendment beside its proposer.';
