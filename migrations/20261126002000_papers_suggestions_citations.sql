-- Papers: who made which suggestion, what texts cite.

CREATE TABLE paper_suggestions (
    paper_id uuid NOT NULL CONSTRAINT paper_suggestions_paper_fk REFERENCES papers (id),
    name text NOT NULL CONSTRAINT paper_suggestions_name_short CHECK (length(name) <= 90),
    kept_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (paper_id, name)
);
COMMENT ON TABLE paper_suggestions IS 'Suggestions that their authors have made in a text: others may move or decide them, not make one in somebody''s name.';
COMMENT ON COLUMN paper_suggestions.name IS 'As the text names it: the person who made it, a dot, and what tells it from their others.';

CREATE TABLE paper_citations (
    paper_id uuid NOT NULL CONSTRAINT paper_citations_paper_fk REFERENCES papers (id),
    place integer NOT NULL,
    lang text NOT NULL CONSTRAINT paper_citations_lang_known CHECK (lang IN ('en', 'km')),
    section text NOT NULL,
    document_id uuid NOT NULL CONSTRAINT paper_citations_document_fk REFERENCES evidence_documents (id),
    page text NOT NULL,
    quote text NOT NULL,
    PRIMARY KEY (paper_id, place)
);
COMMENT ON TABLE paper_citations IS 'What a text cites, as of its latest revision: written anew with each.';
CREATE INDEX paper_citations_by_document ON paper_citations (document_id, paper_id);

-- The words of a revision are in its body; nothing ever read this.
ALTER TABLE paper_revisions DROP COLUMN content;

ALTER TABLE papers ADD COLUMN translation_blocks text[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN papers.translation_blocks IS 'Blocks of the source that the translation was last said to follow: section and hash, to tell which have changed since.';
