-- Which mail brought a link: whether it arrived is told beside the invitation.

ALTER TABLE dialogue_links
    ADD COLUMN mail_id uuid CONSTRAINT dialogue_links_mail_fk REFERENCES mails (id) ON DELETE SET NULL;
CREATE INDEX dialogue_links_by_mail ON dialogue_links (mail_id) WHERE mail_id IS NOT NULL;
