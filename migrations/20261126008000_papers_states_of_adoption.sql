-- A paper that the network decides on, and what may become of it once it was public. In a file of its own, like every value of
-- a type.

ALTER TYPE paper_state ADD VALUE 'adoption' BEFORE 'ready';
ALTER TYPE paper_state ADD VALUE 'superseded' BEFORE 'abandoned';
ALTER TYPE paper_state ADD VALUE 'retracted' BEFORE 'abandoned';
ALTER TYPE endorsement_state ADD VALUE 'objected' BEFORE 'withdrawn';
