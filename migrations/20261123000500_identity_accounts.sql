-- How people prove who they are.

CREATE TYPE account_state AS ENUM ('invited', 'active', 'locked', 'closed');
CREATE TYPE link_purpose AS ENUM ('set_up', 'invitation', 'password_reset', 'email_change');

CREATE TABLE accounts (
    person_id uuid PRIMARY KEY CONSTRAINT accounts_person_fk REFERENCES people (id),
    email text NOT NULL CONSTRAINT accounts_email_unique UNIQUE,
    password_hash text,
    state account_state NOT NULL,
    operator boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT accounts_email_folded CHECK (email = lower(email))
);
COMMENT ON TABLE accounts IS 'A person who may sign in. The address here is for signing in only; what others see is on people.';
COMMENT ON COLUMN accounts.password_hash IS 'argon2id in PHC form; null for those who only use an OpenID provider or have not answered their invitation.';
COMMENT ON COLUMN accounts.operator IS 'Runs the machine: reads the mail outbox and the state of the hub, and no content.';

CREATE TABLE sessions (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL CONSTRAINT sessions_person_fk REFERENCES accounts (person_id) ON DELETE CASCADE,
    token_hash bytea NOT NULL CONSTRAINT sessions_token_unique UNIQUE,
    method text NOT NULL,
    device text NOT NULL,
    acting_network uuid CONSTRAINT sessions_network_fk REFERENCES networks (id),
    acting_organisation uuid CONSTRAINT sessions_organisation_fk REFERENCES organisations (id),
    created_at timestamptz NOT NULL,
    seen_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz
);
COMMENT ON TABLE sessions IS 'One signed-in browser. The token itself is never stored, only its SHA-256.';
COMMENT ON COLUMN sessions.device IS 'Browser and system in words, from the User-Agent; no address is kept.';
CREATE INDEX sessions_by_person ON sessions (person_id) WHERE revoked_at IS NULL;

CREATE TABLE access_tokens (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL CONSTRAINT access_tokens_person_fk REFERENCES accounts (person_id) ON DELETE CASCADE,
    name text NOT NULL,
    token_hash bytea NOT NULL CONSTRAINT access_tokens_token_unique UNIQUE,
    scopes text[] NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz,
    revoked_at timestamptz,
    CONSTRAINT access_tokens_scopes_known CHECK (scopes <@ ARRAY['read', 'write']::text[] AND cardinality(scopes) > 0)
);
COMMENT ON TABLE access_tokens IS 'Personal access tokens for programs: never more rights than the person, often fewer.';
CREATE INDEX access_tokens_by_person ON access_tokens (person_id);

CREATE TABLE one_time_links (
    id uuid PRIMARY KEY,
    purpose link_purpose NOT NULL,
    token_hash bytea NOT NULL CONSTRAINT one_time_links_token_unique UNIQUE,
    person_id uuid CONSTRAINT one_time_links_person_fk REFERENCES people (id),
    email text NOT NULL DEFAULT '',
    network_id uuid,
    organisation_id uuid,
    invited_by uuid,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz,
    revoked_at timestamptz
);
COMMENT ON TABLE one_time_links IS 'Set-up, invitation and reset links: hashed, single use, at most seven days. Opening one changes nothing; only a POST uses it up.';
CREATE INDEX one_time_links_by_person ON one_time_links (person_id) WHERE used_at IS NULL;

CREATE TABLE openid_identities (
    issuer text NOT NULL,
    subject text NOT NULL,
    person_id uuid NOT NULL CONSTRAINT openid_identities_person_fk REFERENCES accounts (person_id) ON DELETE CASCADE,
    linked_at timestamptz NOT NULL,
    PRIMARY KEY (issuer, subject)
);
COMMENT ON TABLE openid_identities IS 'A provider account linked to a person after proof; the pair (iss, sub) is the key, never the address.';
CREATE INDEX openid_identities_by_person ON openid_identities (person_id);

CREATE TABLE openid_flows (
    state_hash bytea PRIMARY KEY,
    provider text NOT NULL,
    nonce text NOT NULL,
    pkce_verifier text NOT NULL,
    link_person uuid,
    return_to text NOT NULL,
    expires_at timestamptz NOT NULL
);
COMMENT ON TABLE openid_flows IS 'A sign-in at a provider that is under way; one use, ten minutes.';

CREATE TABLE guesses (
    scope text NOT NULL,
    key bytea NOT NULL,
    tokens double precision NOT NULL,
    granted boolean NOT NULL DEFAULT true,
    at timestamptz NOT NULL,
    PRIMARY KEY (scope, key)
);
COMMENT ON TABLE guesses IS 'Token buckets against guessing. Keys are hashed; a bucket slows guesses from one place or at one account and never locks a person out who knows the password from a place seen before.';

CREATE TABLE known_places (
    person_id uuid NOT NULL CONSTRAINT known_places_person_fk REFERENCES accounts (person_id) ON DELETE CASCADE,
    place bytea NOT NULL,
    seen_at timestamptz NOT NULL,
    PRIMARY KEY (person_id, place)
);
COMMENT ON TABLE known_places IS 'Networks (hashed, never the address) from which a person has signed in: guesses made elsewhere do not slow them down here.';
