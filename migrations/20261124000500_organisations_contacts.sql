-- The rest of a profile: how else an organisation is reached, and how it likes to be.

CREATE TYPE channel AS ENUM ('email', 'phone', 'telegram', 'messenger', 'post');

ALTER TABLE organisations
    ADD COLUMN telegram text NOT NULL DEFAULT '',
    ADD COLUMN messenger text NOT NULL DEFAULT '',
    ADD COLUMN postal_address text NOT NULL DEFAULT '',
    ADD COLUMN preferred_channel channel;
COMMENT ON COLUMN organisations.telegram IS 'Name or number on Telegram. Empty for a hidden group, like every way to reach it but its host.';
COMMENT ON COLUMN organisations.messenger IS 'Name on Messenger.';
COMMENT ON COLUMN organisations.postal_address IS 'Where letters go.';
COMMENT ON COLUMN organisations.preferred_channel IS 'How it likes to be reached; unknown when null.';
