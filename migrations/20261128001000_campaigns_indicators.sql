-- Indicators: by what one knows how far a campaign has come.

ALTER TYPE campaign_item_kind ADD VALUE 'indicator';

CREATE TABLE campaign_values (
    id uuid PRIMARY KEY,
    campaign_id uuid NOT NULL CONSTRAINT campaign_values_campaign_fk REFERENCES campaigns (id),
    item_id uuid NOT NULL CONSTRAINT campaign_values_item_fk REFERENCES campaign_items (id),
    from_on date NOT NULL,
    to_on date NOT NULL,
    value bigint NOT NULL CONSTRAINT campaign_values_sound CHECK (value >= 0),
    parts jsonb NOT NULL DEFAULT '[]',
    note text NOT NULL DEFAULT '',
    entered_by uuid CONSTRAINT campaign_values_entered_by_fk REFERENCES people (id),
    entered_for uuid CONSTRAINT campaign_values_entered_for_fk REFERENCES organisations (id),
    entered_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    removed_at timestamptz,
    CONSTRAINT campaign_values_days_in_order CHECK (to_on >= from_on)
);
COMMENT ON TABLE campaign_values IS 'What an indicator was in a period.';
COMMENT ON COLUMN campaign_values.value IS 'In hundredths.';
COMMENT ON COLUMN campaign_values.parts IS 'How the value is made up, by sex, age and so on: read and written by domain::campaigns::measures.';
CREATE INDEX campaign_values_by_item ON campaign_values (item_id, to_on) WHERE removed_at IS NULL;

CREATE TABLE campaign_documents (
    campaign_id uuid NOT NULL CONSTRAINT campaign_documents_campaign_fk REFERENCES campaigns (id),
    about_id uuid NOT NULL,
    document_id uuid NOT NULL CONSTRAINT campaign_documents_document_fk REFERENCES evidence_documents (id),
    added_by uuid CONSTRAINT campaign_documents_added_by_fk REFERENCES people (id),
    added_at timestamptz NOT NULL,
    PRIMARY KEY (about_id, document_id)
);
COMMENT ON TABLE campaign_documents IS 'Documents of the library that something in a campaign rests on: an item of its plan, a piece of work, a value, an outcome.';
CREATE INDEX campaign_documents_by_campaign ON campaign_documents (campaign_id);
CREATE INDEX campaign_documents_by_document ON campaign_documents (document_id);
