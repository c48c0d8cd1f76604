-- An invitation may be answered at a provider instead of with a password: possession of the link is the proof.

ALTER TABLE openid_flows ADD COLUMN invitation bytea;
COMMENT ON COLUMN openid_flows.invitation IS 'SHA-256 of the invitation link that is answered by this sign-in; used up when it succeeds.';
COMMENT ON COLUMN openid_flows.link_person IS 'The signed-in person who links a provider to their account; null for a sign-in.';
