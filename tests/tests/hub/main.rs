//! The hub as a whole: rights, secrecy, the API, signing in, staying up.

mod api;
mod authz;
mod backup;
mod cost;
mod faults;
mod identity;
mod live;
mod openid;
mod outbox;
mod root_fields;
mod secrecy;
mod start;
