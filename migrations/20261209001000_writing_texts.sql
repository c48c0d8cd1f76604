-- What several people write at once: papers, and the minutes of dialogues. One home for the changes of both.

CREATE TABLE texts (
    id uuid PRIMARY KEY,
    paper_id uuid UNIQUE CONSTRAINT texts_paper_fk REFERENCES papers (id),
    dialogue_id uuid UNIQUE CONSTRAINT texts_dialogue_fk REFERENCES dialogue_minutes (dialogue_id),
    CONSTRAINT texts_of_one CHECK (num_nonnulls(paper_id, dialogue_id) = 1 AND id = COALESCE(paper_id, dialogue_id))
);
COMMENT ON TABLE texts IS 'What several people write at once: the words of a paper, or of the minutes of a dialogue; by the id of either.';
INSERT INTO texts (id, paper_id) SELECT id, id FROM papers;

ALTER TABLE paper_updates RENAME TO text_updates;
ALTER TABLE text_updates RENAME COLUMN paper_id TO text_id;
ALTER TABLE text_updates DROP CONSTRAINT paper_updates_paper_fk;
ALTER TABLE text_updates ADD CONSTRAINT text_updates_text_fk FOREIGN KEY (text_id) REFERENCES texts (id);
ALTER TABLE text_updates RENAME CONSTRAINT paper_updates_person_fk TO text_updates_person_fk;
ALTER INDEX paper_updates_pkey RENAME TO text_updates_pkey;
ALTER INDEX paper_updates_to_load RENAME TO text_updates_to_load;
ALTER INDEX paper_updates_by_time RENAME TO text_updates_by_time;
COMMENT ON TABLE text_updates IS 'Every change of a text as its author sent it (Yjs update, version 1). Never changed; those of minutes go when these are approved.';

ALTER TABLE paper_clients RENAME TO text_clients;
ALTER TABLE text_clients RENAME COLUMN paper_id TO text_id;
ALTER TABLE text_clients DROP CONSTRAINT paper_clients_paper_fk;
ALTER TABLE text_clients ADD CONSTRAINT text_clients_text_fk FOREIGN KEY (text_id) REFERENCES texts (id);
ALTER TABLE text_clients RENAME CONSTRAINT paper_clients_person_fk TO text_clients_person_fk;
ALTER INDEX paper_clients_pkey RENAME TO text_clients_pkey;

ALTER TABLE paper_snapshots RENAME TO text_snapshots;
ALTER TABLE text_snapshots RENAME COLUMN paper_id TO text_id;
ALTER TABLE text_snapshots DROP CONSTRAINT paper_snapshots_paper_fk;
ALTER TABLE text_snapshots ADD CONSTRAINT text_snapshots_text_fk FOREIGN KEY (text_id) REFERENCES texts (id);
ALTER INDEX paper_snapshots_pkey RENAME TO text_snapshots_pkey;

ALTER TABLE paper_suggestions RENAME TO text_suggestions;
ALTER TABLE text_suggestions RENAME COLUMN paper_id TO text_id;
ALTER TABLE text_suggestions DROP CONSTRAINT paper_suggestions_paper_fk;
ALTER TABLE text_suggestions ADD CONSTRAINT text_suggestions_text_fk FOREIGN KEY (text_id) REFERENCES texts (id);
ALTER TABLE text_suggestions RENAME CONSTRAINT paper_suggestions_name_short TO text_suggestions_name_short;
ALTER INDEX paper_suggestions_pkey RENAME TO text_suggestions_pkey;

COMMENT ON TABLE papers IS 'A text that organisations write together. Its words live in text_updates and text_snapshots.';

-- A point is begun before it says anything; what says nothing is not sent to anybody.
ALTER TABLE dialogue_points DROP CONSTRAINT dialogue_points_told;
ALTER TABLE dialogue_points
    ADD COLUMN live boolean NOT NULL DEFAULT false,
    ADD COLUMN placed integer NOT NULL DEFAULT 1;
COMMENT ON COLUMN dialogue_points.live IS 'Its words stand in the text that several write at once; those here follow them.';
COMMENT ON COLUMN dialogue_points.placed IS 'At which version who said it, or to what it belongs, was changed last.';
