-- A gazetteer newer than the one that ships: what an operator has imported is not put back at the next start.

ALTER TABLE places ADD COLUMN imported_at timestamptz;
COMMENT ON COLUMN places.imported_at IS 'When this unit came from an imported gazetteer; null while it stands as shipped.';
