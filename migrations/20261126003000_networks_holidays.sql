-- Public holidays of a network: no working days.

CREATE TABLE network_holidays (
    network_id uuid NOT NULL CONSTRAINT network_holidays_network_fk REFERENCES networks (id),
    day date NOT NULL,
    name_en text NOT NULL,
    name_km text NOT NULL,
    PRIMARY KEY (network_id, day),
    CONSTRAINT network_holidays_named CHECK (name_en <> '' OR name_km <> '')
);
COMMENT ON TABLE network_holidays IS 'Days that are no working days though the week says so: they do not count towards the shortest consultation.';
