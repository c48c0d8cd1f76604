-- The dated rate by which a campaign's riel are told in dollars.

ALTER TABLE campaigns
    ADD COLUMN rate_on date,
    ADD COLUMN riel_per_dollar integer CONSTRAINT campaigns_rate_sound CHECK (riel_per_dollar BETWEEN 1 AND 100000),
    ADD COLUMN rate_source text NOT NULL DEFAULT '',
    ADD CONSTRAINT campaigns_rate_whole CHECK ((rate_on IS NULL) = (riel_per_dollar IS NULL));
COMMENT ON COLUMN campaigns.riel_per_dollar IS 'So many riel are a dollar on that day: without it, amounts in both currencies are never added.';
