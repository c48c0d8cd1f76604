-- The order of a directory, kept with the record: comparing by Khmer collation while listing cost more than the rest.

ALTER TABLE organisations
    ADD COLUMN sort_en text COLLATE "km-x-icu" GENERATED ALWAYS AS (lower(coalesce(nullif(name_en, ''), name_km) COLLATE "km-x-icu")) STORED,
    ADD COLUMN sort_km text COLLATE "km-x-icu" GENERATED ALWAYS AS (lower(coalesce(nullif(name_km, ''), name_en) COLLATE "km-x-icu")) STORED;
COMMENT ON COLUMN organisations.sort_en IS 'Where it stands in a directory in English; its Khmer name where there is no other.';
COMMENT ON COLUMN organisations.sort_km IS 'Where it stands in a directory in Khmer.';
CREATE INDEX organisations_in_order_en ON organisations (sort_en, id);
CREATE INDEX organisations_in_order_km ON organisations (sort_km, id);

ALTER TABLE people
    ADD COLUMN sort text COLLATE "km-x-icu" GENERATED ALWAYS AS
        (lower((family_latin || ' ' || given_latin || ' ' || family_km || ' ' || given_km) COLLATE "km-x-icu")) STORED;
COMMENT ON COLUMN people.sort IS 'Where somebody stands in a list: by Latin name. Those at risk stand by their code name where they are not known.';
