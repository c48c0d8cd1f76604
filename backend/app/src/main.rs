//! `sala`: the only program. Wiring, no rules.

mod backup;
mod beside;
mod campaigns;
mod cli;
mod config;
mod database;
mod demo;
mod gazetteer;
mod library;
mod listen;
mod log;
mod look;
mod papers;
mod serve;
mod statements;
mod traces;
mod verify;
mod web;

use std::process::ExitCode;

use clap::Parser as _;

// The system's allocator keeps what short-lived requests took; this one gives it back.
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

fn main() -> ExitCode {
    match cli::run(cli::Cli::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("sala: {error}");
            ExitCode::FAILURE
        }
    }
}
