/** The pages of a campaign, in their order; the first is where one begins. */
export const CAMPAIGN_TABS = [
  "overview",
  "asks",
  "work",
  "results",
  "thread",
  "reports",
  "inside",
  "talk",
  "history",
] as const;

export type CampaignTab = (typeof CAMPAIGN_TABS)[number];
