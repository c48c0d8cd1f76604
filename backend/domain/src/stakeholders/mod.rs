//! Stakeholder maps: who decides, who moves, who has met whom, and who may know.
//!
//! A map belongs to one campaign, and everything on it to that map: one right
//! (`ViewMap`) decides about all of it, so that for others nothing of it is there.
//! What is confidential asks a second one (`ViewSealed`), and whoever opens it is
//! written down. Invariant: ratings are only added to, and every change of a map
//! leaves an act in its log, in the same transaction.

pub mod act_store;
pub mod acts;
pub mod assess;
pub mod assessment_store;
mod derive;
pub mod engagement_store;
pub mod engagements;
pub mod import;
pub mod link_store;
pub mod links;
pub mod merge;
mod model;
pub mod offices;
pub mod picture;
pub mod service;
pub mod store;

pub use derive::{AiimCell, Movement, PowerCell, aiim, current, differing, moved, power, steps, toward};
pub use model::{
    Assessment, Attribution, Channel, Engagement, EngagementState, Link, LinkKind, Office, Raised, Reaction,
    Stakeholder, StakeholderKind, StakeholderLevel, StakeholderState, Target,
};
