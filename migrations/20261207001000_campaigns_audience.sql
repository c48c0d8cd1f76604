-- For whom an activity is, and from which line of the budget it is paid.

ALTER TABLE campaign_work
    ADD COLUMN audience text NOT NULL DEFAULT ''
        CONSTRAINT campaign_work_audience_known CHECK (audience IN ('', 'public', 'influencer', 'decision_maker')),
    ADD COLUMN budget_line_id uuid CONSTRAINT campaign_work_budget_line_fk REFERENCES campaign_items (id);
COMMENT ON COLUMN campaign_work.audience IS 'For whom it is: the public, those who have influence, those who decide; empty where nobody has said.';
COMMENT ON COLUMN campaign_work.budget_line_id IS 'The line of the same campaign''s budget that pays for it; for the team alone, like the budget.';
CREATE INDEX campaign_work_by_budget_line ON campaign_work (budget_line_id) WHERE budget_line_id IS NOT NULL;
