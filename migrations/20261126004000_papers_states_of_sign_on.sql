-- Where a paper stands once organisations sign it. Values of a type are not used in the transaction that adds them: they
-- have a file of their own.

ALTER TYPE paper_state ADD VALUE 'sign_on' BEFORE 'abandoned';
ALTER TYPE paper_state ADD VALUE 'ready' BEFORE 'abandoned';
