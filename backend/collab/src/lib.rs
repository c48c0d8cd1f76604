//! Texts that many people write at once.
//!
//! [`wire`] is the protocol as bytes, [`inspect`] refuses what has no place in
//! a paper, [`room`] is one open text as a pure machine (what somebody said in,
//! what to do out), [`rooms`] runs the machines of a node against the database,
//! [`store`] keeps their changes, [`body`] reads a text, [`reading`] what it
//! says, [`points`] those of minutes. Invariant: nothing is
//! acknowledged, and nothing is shown to others, before it is kept.

pub mod body;
pub mod inspect;
mod points;
pub mod presence;
mod reading;
pub mod room;
pub mod rooms;
pub mod store;
pub mod wire;
pub mod words;

pub use rooms::Rooms;

/// Who has written what stands in each section of a text; the caller has made sure that it may be known.
pub async fn shares(pool: &sala_kernel::Pool, paper: sala_kernel::PaperId) -> sala_kernel::Result<Vec<body::Share>> {
    let kept = sala_domain::writing::store::kept(pool, paper.0).await?.whole();
    let known = store::known(pool, paper.0).await?;
    let read = tokio::task::spawn_blocking(move || body::shares(&kept, &known.owners)).await;
    read.map_err(sala_kernel::Error::internal)?
}
