-- How long it is kept who was invited to a dialogue and who was there: names and addresses go, what is counted stays.

ALTER TABLE networks
    ADD COLUMN retention_months integer NOT NULL DEFAULT 12
        CONSTRAINT networks_retention_counted CHECK (retention_months BETWEEN 1 AND 120);
COMMENT ON COLUMN networks.retention_months IS 'So many months after a dialogue is over, nobody who was invited is named any more.';

ALTER TABLE dialogues
    ADD COLUMN over_at timestamptz,
    ADD COLUMN forgotten_at timestamptz;
UPDATE dialogues SET over_at = greatest(ends_at, created_at) WHERE state IN ('closed', 'cancelled');
ALTER TABLE dialogues
    ADD CONSTRAINT dialogues_over_since CHECK ((over_at IS NOT NULL) = (state IN ('closed', 'cancelled')));
COMMENT ON COLUMN dialogues.over_at IS 'Since when nothing of it changes any more.';
COMMENT ON COLUMN dialogues.forgotten_at IS 'Since when nobody who was invited is named any more.';
CREATE INDEX dialogues_to_forget ON dialogues (over_at) WHERE over_at IS NOT NULL AND forgotten_at IS NULL;
