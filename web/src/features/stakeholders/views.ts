/** The views of a map, in their order; the first is where one begins. */
export const MAP_VIEWS = ["grid", "aiim", "forces", "relations", "table", "log", "reports", "acts"] as const;

export type MapView = (typeof MAP_VIEWS)[number];
