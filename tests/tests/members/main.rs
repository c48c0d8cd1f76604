//! What member organisations do: joining, mandates, groups, decisions, duties.

mod acting;
mod campaign_results;
mod campaign_work;
mod campaigns;
mod claims;
mod commitments;
mod dialogues;
mod dialogues_after;
mod dialogues_prepared;
mod duties;
mod groups;
mod import;
mod logos;
mod mail_failures;
mod mandates;
mod membership;
mod minutes;
mod stakeholders;
mod standing;
