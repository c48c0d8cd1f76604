-- A paper that everybody may read. In a file of its own, like every value of a type.

ALTER TYPE paper_state ADD VALUE 'published' BEFORE 'abandoned';
