//! The shared evidence library: documents, their files and their text.
//!
//! A document waits on the curators' desk (`uploaded`), is catalogued, and
//! published at its level. Invariant: [`Document::facts`] alone says who may
//! know it; the store writes them down as its audience with every change, and
//! lists, files, search and news all ask that. Files come by [`uploads`]; their
//! text by [`texts`]; what somebody missed by [`requests`].

mod check;
pub mod export;
pub mod model;
pub mod requests;
pub mod saved;
pub mod service;
pub mod store;
pub mod texts;
pub mod uploads;

pub use model::{
    Asked, Consent, Document, DocumentDraft, DocumentState, File, LICENCES, NewDocument, Origin, Quality, Read,
    TextState, Upload,
};
