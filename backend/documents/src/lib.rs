//! Text out of files: what a file is, whether it is sound, what it says on which page; and files out of papers ([`write`]).
//!
//! Files come from anybody, and the libraries that read them have been made to
//! loop and to swell before. So [`apart`] runs [`look`] in a process of its own
//! that has no network, little memory and little time, and dies alone.
//! [`worker`] reads what the library holds; [`intake`] looks at what comes in.
//! To add a kind of file: its signs in [`kind`], its reader in [`read`].

pub mod apart;
mod clean;
pub mod intake;
pub mod kind;

pub mod look;
pub mod pictures;
pub mod read;
pub mod worker;
pub mod write;
