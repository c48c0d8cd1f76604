-- Dissent under a text that others sign: what an organisation wants printed, by its name.

ALTER TABLE endorsements
    ADD COLUMN dissent text NOT NULL DEFAULT '',
    ADD CONSTRAINT endorsements_dissent_named CHECK (
        dissent = '' OR (attribution = 'public' AND state IN ('abstained', 'declined', 'objected')));
COMMENT ON COLUMN endorsements.dissent IS 'Printed under the published text, in the name of the organisation; empty where it wants none. The note is for the coordinator alone.';
