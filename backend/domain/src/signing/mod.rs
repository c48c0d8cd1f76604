//! Sign-on: organisations commit to an exact text until an instant.
//!
//! What is signed is a [`FrozenText`]: the canonical form of the final text in both languages, known by its hash. An
//! [`Endorsement`] binds to that hash and to no other text; when the paper goes back to its drafters, every endorsement
//! waits to be confirmed anew. Only signatories commit their organisation, or the coordinator records what reached the
//! network on paper or by mail, with the document that proves it. Whoever says nothing is never counted.
//!
//! A change that convenor and chair both call editorial keeps the signatures ([`editorial`]). Organisations outside the
//! network are invited by a link ([`guests`]). The network's own positions are not signed but decided ([`adoption`]).
//!
//! A name that an organisation withholds is known to its own people and to those who protect it. Everybody else is told
//! how many names are withheld, and nothing by which one could tell whose: provinces and required names are counted from
//! public names alone, for everybody.

pub mod adoption;
pub mod board_store;
mod canonical;
pub mod deliveries;
pub mod delivery_store;
pub mod editorial;
pub mod editorial_store;
pub mod guest_store;
pub mod guests;
pub mod list;
mod model;
pub mod publication;
pub mod publication_store;
pub mod service;
pub mod statement_store;
pub mod store;

pub use canonical::{canonical, hash_of};
pub use model::{
    Answer, Attribution, Basis, Channel, Clocks, EditorialChange, Endorsement, EndorsementState, FrozenText, Means,
    NameOrder, NewSignOn, OwnStatement, Progress, SignOn, Statement, Threshold, Waiting,
};
