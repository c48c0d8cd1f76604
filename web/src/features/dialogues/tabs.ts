/** The parts of a dialogue's page. */
export const DIALOGUE_TABS = ["overview", "preparation", "agenda", "day", "minutes"] as const;
export type DialogueTab = (typeof DIALOGUE_TABS)[number];
