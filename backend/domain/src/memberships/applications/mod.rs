//! Applying for membership: draft, applied, under review, recommended, decided; returned with reasons on the way.
//!
//! Kept: an application moves only along `memberships::model::may_follow`, each move is written to `membership_steps` in the same
//! transaction, and an organisation is a member from the instant at which it is both admitted and bound by the code of
//! conduct. Until then it is nobody's business but its own, the secretariat's and the committee's.

mod model;
pub mod referees;
pub mod service;
pub mod store;

pub use model::{Applicant, Application, Begun, Edit, Referee, ReferenceAnswer, ReferenceView, ReviewItem, Step};
