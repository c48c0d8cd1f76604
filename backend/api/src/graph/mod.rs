//! The GraphQL schema. A folder or file per feature; `schema` puts it together.

mod applications;
mod calendar;
mod campaigns;
mod claims;
mod context;
mod decisions;
mod duties;
mod error;
mod evidence;
mod groups;
mod holidays;
mod imports;
mod loaders;
mod mandates;
mod memberships;
mod networks;
mod node;
mod organisations;
mod page;
mod papers;
mod people;
mod places;
mod prefetch;
mod rows;
mod scalars;
pub mod schema;
mod sign_in;
mod signing;
mod standing;
mod subscription;
mod terms;
mod viewer;

pub use context::{CookieChange, Cookies, Request, data_for};
pub use error::Code;
pub use schema::{SalaSchema, schema, sdl};
pub use subscription::{Position, Source};
