//! Joint campaigns: the plan, who has which part in it, its work, and what became of it.
//!
//! A campaign is known by its visibility and by who takes part; what its team
//! alone may know (risks, forces, budget, reasons) asks a right of its own.
//! Invariant: every change of a field leaves its trace in the history, in the
//! same transaction.

pub mod beginnings;
pub mod bodies;
pub mod comment_store;
pub mod comments;
pub mod document_store;
pub mod documents;
pub mod history;
pub mod item_store;
pub mod items;
pub(crate) mod lists;
pub mod measures;
mod measures_store;
pub mod members;
mod model;
pub(crate) mod seen;
pub mod service;
pub mod store;
pub mod words;
pub mod work;
pub mod work_many;
pub mod work_store;

pub use bodies::ItemKind;
pub use items::Item;
pub use members::{Member, MemberState};
pub use model::{Approach, Campaign, CampaignDraft, CampaignRole, CampaignState, Rate, Sight, Visibility};
pub use work::{Work, WorkKind, WorkStatus};
