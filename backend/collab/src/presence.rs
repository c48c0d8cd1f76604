//! Who is in a text, and where: the awareness messages of `y-protocols`.
//!
//! A client speaks for itself alone. Who it is, is never what it says: the hub
//! writes that in, and names nobody: a reader looks the person up with their
//! own rights.

use sala_kernel::PersonId;
use serde_json::{Map, Value};
use yrs::encoding::{
    read::{Cursor, Read as _},
    write::Write as _,
};

use crate::wire::Malformed;

/// The longest state of one client.
const STATE_MOST: usize = 4_000;
/// The most clients of one message.
const CLIENTS_MOST: u32 = 1_000;

/// One client's state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Present {
    /// The Yjs client.
    pub client: u64,
    /// Counts its states.
    pub clock: u32,
    /// Its state; nothing when it has left.
    pub state: Option<String>,
}

/// Reads a message.
pub fn read(message: &[u8]) -> Result<Vec<Present>, Malformed> {
    let mut from = Cursor::new(message);
    let clients: u32 = from.read_var()?;
    if clients > CLIENTS_MOST {
        return Err(Malformed);
    }
    let mut present = Vec::new();
    for _ in 0..clients {
        let client: u64 = from.read_var()?;
        let clock: u32 = from.read_var()?;
        let state = from.read_string()?;
        if state.len() > STATE_MOST || client >= 1 << 53 {
            return Err(Malformed);
        }
        present.push(Present { client, clock, state: (state != "null").then(|| state.to_owned()) });
    }
    Ok(present)
}

/// Writes a message.
pub fn write(present: &[Present]) -> Vec<u8> {
    let mut out = Vec::new();
    out.write_var(u32::try_from(present.len()).unwrap_or(0));
    for one in present {
        out.write_var(one.client);
        out.write_var(one.clock);
        out.write_string(one.state.as_deref().unwrap_or("null"));
    }
    out
}

/// A state as others get it: only where the client is, and who it really is.
pub fn stamped(state: &str, person: PersonId) -> Result<String, Malformed> {
    let Ok(Value::Object(said)) = serde_json::from_str(state) else { return Err(Malformed) };
    let mut kept: Map<String, Value> = said.into_iter().filter(|(key, _)| key == "cursor").collect();
    kept.insert("user".into(), serde_json::json!({ "person": person.to_string() }));
    Ok(Value::Object(kept).to_string())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    #[test]
    fn a_client_cannot_say_who_it_is() {
        let me = PersonId(Uuid::from_u128(7));
        let said = r#"{"user":{"name":"Sok Dara","person":"person:other"},"cursor":{"anchor":1},"extra":"x"}"#;
        let told: Value = serde_json::from_str(&stamped(said, me).unwrap()).unwrap();
        assert_eq!(told["user"]["person"], me.to_string());
        assert_eq!(told["user"]["name"], Value::Null);
        assert_eq!(told["extra"], Value::Null);
        assert_eq!(told["cursor"]["anchor"], 1);
        assert!(stamped("[]", me).is_err() && stamped("{", me).is_err());
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(present in prop::collection::vec((0..1_u64 << 53, any::<u32>(), prop::option::of("[a-z]{0,9}")), 0..5)) {
            let present: Vec<Present> = present.into_iter().map(|(client, clock, state)| Present { client, clock, state: state.filter(|s| s != "null") }).collect();
            prop_assert_eq!(read(&write(&present)).unwrap(), present);
        }

        #[test]
        fn no_bytes_whatever_end_in_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = read(&bytes);
        }
    }
}
