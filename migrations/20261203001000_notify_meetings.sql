-- A letter that asks somebody to a meeting brings it for their calendar.

ALTER TABLE mails ADD COLUMN meeting jsonb;
COMMENT ON COLUMN mails.meeting IS 'What the letter puts into the calendar of whoever gets it (RFC 5546), or takes out of it.';
