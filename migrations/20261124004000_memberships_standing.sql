-- Fees and standing: a member lapses when its fee stays unpaid past grace, is suspended and reinstated or terminated by the committee, or resigns.

CREATE TYPE fee_status AS ENUM ('not_asked', 'due', 'paid', 'waived');

ALTER TABLE memberships
    ADD COLUMN fee_status fee_status NOT NULL DEFAULT 'not_asked',
    ADD COLUMN fee_year integer CONSTRAINT memberships_fee_year_sane CHECK (fee_year BETWEEN 2000 AND 2200),
    ADD CONSTRAINT memberships_fee_has_year CHECK (fee_status = 'not_asked' OR fee_year IS NOT NULL);
COMMENT ON COLUMN memberships.fee_year IS 'For which calendar year fee_status holds.';

ALTER TABLE networks ADD COLUMN fee_grace_days integer NOT NULL DEFAULT 180 CONSTRAINT networks_fee_grace_sane CHECK (fee_grace_days BETWEEN 0 AND 730);
COMMENT ON COLUMN networks.fee_grace_days IS 'How many days after 1 January of its year a due fee may stay unpaid before the membership lapses.';

CREATE INDEX memberships_fees_due ON memberships (fee_year) WHERE state = 'active' AND fee_status = 'due';
