-- What the team says to each other about something in a campaign.

CREATE TABLE campaign_comments (
    id uuid PRIMARY KEY,
    campaign_id uuid NOT NULL CONSTRAINT campaign_comments_campaign_fk REFERENCES campaigns (id),
    about_id uuid NOT NULL,
    body text NOT NULL,
    mentions uuid[] NOT NULL DEFAULT '{}',
    person_id uuid NOT NULL CONSTRAINT campaign_comments_person_fk REFERENCES people (id),
    organisation_id uuid CONSTRAINT campaign_comments_organisation_fk REFERENCES organisations (id),
    at timestamptz NOT NULL,
    removed_at timestamptz,
    CONSTRAINT campaign_comments_said CHECK (body <> '' OR removed_at IS NOT NULL)
);
COMMENT ON TABLE campaign_comments IS 'Comments on the campaign itself, an item of its plan, a piece of work, a value or an outcome. What is taken back loses its words.';
COMMENT ON COLUMN campaign_comments.mentions IS 'People who were told of it: each of them may know what the team knows.';
CREATE INDEX campaign_comments_by_thing ON campaign_comments (about_id, at, id);
CREATE INDEX campaign_comments_by_campaign ON campaign_comments (campaign_id, at, id);
