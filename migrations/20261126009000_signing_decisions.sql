-- Decisions about papers: whether a text becomes the network's position, whether a statement is published although its
-- threshold was missed. And what else comes after the first signature: editorial changes, deliveries, an end.

ALTER TABLE decisions
    ADD COLUMN paper_id uuid CONSTRAINT decisions_paper_fk REFERENCES papers (id),
    ADD COLUMN text_hash bytea,
    ADD CONSTRAINT decisions_text_fk FOREIGN KEY (paper_id, text_hash) REFERENCES frozen_texts (paper_id, hash),
    ADD CONSTRAINT decisions_text_of_paper CHECK ((paper_id IS NULL) = (text_hash IS NULL));
COMMENT ON COLUMN decisions.paper_id IS 'The paper that is decided on; null for other questions.';
COMMENT ON COLUMN decisions.text_hash IS 'The exact text of it.';
CREATE INDEX decisions_by_paper ON decisions (paper_id, id DESC) WHERE paper_id IS NOT NULL;

CREATE TYPE signature_order AS ENUM ('as_signed', 'by_name');

ALTER TABLE sign_ons
    ADD COLUMN no_objection boolean NOT NULL DEFAULT false,
    ADD COLUMN name_order signature_order NOT NULL DEFAULT 'as_signed',
    ADD COLUMN kinds text[] NOT NULL DEFAULT '{}',
    ADD COLUMN kind_counts integer[] NOT NULL DEFAULT '{}',
    ADD CONSTRAINT sign_ons_kinds_counted CHECK (cardinality(kinds) = cardinality(kind_counts)),
    ADD COLUMN lowered_by uuid CONSTRAINT sign_ons_lowered_by_fk REFERENCES decisions (id);
COMMENT ON COLUMN sign_ons.no_objection IS 'One objection stops it; only then is an objection an answer.';
COMMENT ON COLUMN sign_ons.kinds IS 'Types of organisation of which so many, in kind_counts at the same place, must sign by public name.';
COMMENT ON COLUMN sign_ons.lowered_by IS 'The decision by which it is published although not all came together.';

ALTER TABLE endorsements ADD CONSTRAINT endorsements_objection_reasoned CHECK (state::text <> 'objected' OR note <> '');

ALTER TABLE endorsement_acts
    ADD COLUMN basis endorsement_basis,
    ADD COLUMN reservation text NOT NULL DEFAULT '';

CREATE TABLE editorial_changes (
    paper_id uuid NOT NULL CONSTRAINT editorial_changes_paper_fk REFERENCES papers (id),
    from_hash bytea NOT NULL,
    to_hash bytea NOT NULL,
    convenor_id uuid CONSTRAINT editorial_changes_convenor_fk REFERENCES people (id),
    chair_id uuid CONSTRAINT editorial_changes_chair_fk REFERENCES people (id),
    marked_at timestamptz NOT NULL,
    PRIMARY KEY (paper_id, from_hash, to_hash),
    CONSTRAINT editorial_changes_from_fk FOREIGN KEY (paper_id, from_hash) REFERENCES frozen_texts (paper_id, hash),
    CONSTRAINT editorial_changes_two_persons CHECK (convenor_id <> chair_id)
);
COMMENT ON TABLE editorial_changes IS 'Changes of a signed text that convenor and chair both call editorial: signatures of the one text stand for the other.';

CREATE TYPE delivery_method AS ENUM ('hand_delivered', 'post', 'email', 'e_submission', 'meeting');

CREATE TABLE deliveries (
    id uuid PRIMARY KEY,
    paper_id uuid NOT NULL CONSTRAINT deliveries_paper_fk REFERENCES papers (id),
    addressee text NOT NULL CONSTRAINT deliveries_addressed CHECK (addressee <> ''),
    delivered_on date NOT NULL,
    method delivery_method NOT NULL,
    receipt text NOT NULL DEFAULT '',
    evidence_id uuid CONSTRAINT deliveries_evidence_fk REFERENCES evidence_documents (id),
    follow_up_on date,
    recorded_by uuid NOT NULL CONSTRAINT deliveries_recorded_by_fk REFERENCES people (id),
    recorded_at timestamptz NOT NULL,
    struck_at timestamptz,
    struck_reason text NOT NULL DEFAULT '',
    CONSTRAINT deliveries_struck_reasoned CHECK (struck_at IS NULL OR struck_reason <> '')
);
COMMENT ON TABLE deliveries IS 'To whom a text was handed over, when and how, with the receipt. Never changed: a wrong one is struck out, with the reason.';
CREATE INDEX deliveries_by_paper ON deliveries (paper_id, id DESC);

ALTER TABLE publications
    ADD COLUMN ended_at timestamptz,
    ADD COLUMN ended_by uuid CONSTRAINT publications_ended_by_fk REFERENCES people (id),
    ADD COLUMN ended_reason_en text NOT NULL DEFAULT '',
    ADD COLUMN ended_reason_km text NOT NULL DEFAULT '',
    ADD COLUMN successor_id uuid CONSTRAINT publications_successor_fk REFERENCES publications (paper_id),
    ADD CONSTRAINT publications_not_its_own_successor CHECK (successor_id <> paper_id),
    ADD CONSTRAINT publications_ended_known CHECK (
        (ended_at IS NULL) = (ended_reason_en = '' AND ended_reason_km = '' AND successor_id IS NULL)
    );
COMMENT ON COLUMN publications.ended_at IS 'When it was taken back, or another text took its place. What was published stays readable, marked so.';

CREATE TABLE guest_signatures (
    id uuid PRIMARY KEY,
    paper_id uuid NOT NULL CONSTRAINT guest_signatures_paper_fk REFERENCES papers (id),
    name_en text NOT NULL DEFAULT '',
    name_km text NOT NULL DEFAULT '',
    email text NOT NULL,
    language text NOT NULL,
    token_hash bytea NOT NULL CONSTRAINT guest_signatures_token_unique UNIQUE,
    invited_by uuid NOT NULL CONSTRAINT guest_signatures_invited_by_fk REFERENCES people (id),
    invited_at timestamptz NOT NULL,
    revoked_at timestamptz,
    state endorsement_state,
    signatory text NOT NULL DEFAULT '',
    post text NOT NULL DEFAULT '',
    basis endorsement_basis,
    attribution endorsement_attribution NOT NULL DEFAULT 'public',
    reservation text NOT NULL DEFAULT '',
    text_hash bytea,
    stated_at timestamptz,
    confirmed_by uuid CONSTRAINT guest_signatures_confirmed_by_fk REFERENCES people (id),
    confirmed_at timestamptz,
    CONSTRAINT guest_signatures_named CHECK (name_en <> '' OR name_km <> ''),
    CONSTRAINT guest_signatures_text_fk FOREIGN KEY (paper_id, text_hash) REFERENCES frozen_texts (paper_id, hash),
    CONSTRAINT guest_signatures_stated_whole CHECK ((state IS NULL) = (text_hash IS NULL) AND (state IS NULL) = (stated_at IS NULL)),
    CONSTRAINT guest_signatures_confirmed_whole CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL) AND (confirmed_at IS NULL OR state IS NOT NULL)),
    CONSTRAINT guest_signatures_reserved CHECK (state IS NULL OR state <> 'endorsed_with_reservation' OR reservation <> ''),
    CONSTRAINT guest_signatures_based CHECK (state IS NULL OR state NOT IN ('endorsed', 'endorsed_with_reservation') OR (basis IS NOT NULL AND signatory <> '' AND post <> ''))
);
COMMENT ON TABLE guest_signatures IS 'Organisations outside the network that are invited to sign, each by a link. What they say counts once the coordinator has confirmed it.';
CREATE UNIQUE INDEX guest_signatures_once ON guest_signatures (paper_id, lower(email)) WHERE revoked_at IS NULL;
CREATE INDEX guest_signatures_by_paper ON guest_signatures (paper_id, id);

CREATE TABLE paper_themes (
    paper_id uuid NOT NULL CONSTRAINT paper_themes_paper_fk REFERENCES papers (id),
    term_id uuid NOT NULL CONSTRAINT paper_themes_term_fk REFERENCES terms (id),
    PRIMARY KEY (paper_id, term_id)
);
COMMENT ON TABLE paper_themes IS 'What a paper is about: a mandate that is limited to themes covers papers on one of them, and no others.';
CREATE INDEX paper_themes_by_term ON paper_themes (term_id);

ALTER TABLE endorsements ADD COLUMN mandate_id uuid CONSTRAINT endorsements_mandate_fk REFERENCES evidence_documents (id);
COMMENT ON COLUMN endorsements.mandate_id IS 'The decision by which the organisation signs, in the library, where it has put it there.';
