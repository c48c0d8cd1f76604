//! The product's rules: what there is, who may do what with it, and what then happens.
//!
//! A folder per feature, each with `model` (what it is), `store` (SQL), and
//! `service` (verbs: authorise, change, record the event, all in one
//! transaction). `access` holds every right. Invariant: nothing here knows
//! GraphQL, HTTP or a search engine.

pub mod access;
pub mod calendar;
pub mod campaigns;
pub mod commitments;
pub mod decisions;
pub mod demo;
pub mod dialogues;
pub mod duties;
pub mod evidence;
pub mod figures;
pub mod groups;
pub mod hub;
pub mod mails;
pub mod mandates;
pub mod memberships;
pub mod networks;
pub mod organisations;
pub mod outcomes;
pub mod papers;
pub mod people;
pub mod places;
pub mod reminders;
pub mod reports;
pub mod roles;
mod sheet;
pub mod signing;
pub mod stakeholders;
pub mod table;
pub mod terms;
pub mod text;
pub mod thread;
pub mod writing;

/// The schema of the database, newest last.
pub static MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!("../../migrations");
