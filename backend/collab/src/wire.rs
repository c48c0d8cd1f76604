//! The y-websocket protocol, as bytes.
//!
//! A message is a kind and its payload, both in the variable-length integers of
//! lib0. Kinds 0 to 3 are those of `y-protocols`; kinds [`SAFE`] and [`NEWS`]
//! are ours and are ignored by clients that do not know them.

use bytes::Bytes;
use yrs::{
    encoding::{read::Cursor, read::Read as _, write::Write as _},
    updates::decoder::Decode as _,
};

const SYNC: u8 = 0;
const PRESENCE: u8 = 1;
const ASK_PRESENCE: u8 = 3;
/// Tells a client how many of its messages are kept for good.
pub const SAFE: u8 = 100;

/// Tells a client that something happened to the paper beside its text.
pub const NEWS: u8 = 101;

const STATE: u8 = 0;
const MISSING: u8 = 1;
const UPDATE: u8 = 2;

/// An update that changes nothing.
pub const NOTHING: &[u8] = &[0, 0];

/// A message that cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("malformed message")]
pub struct Malformed;

impl From<yrs::encoding::read::Error> for Malformed {
    fn from(_: yrs::encoding::read::Error) -> Self {
        Self
    }
}

/// What a client said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said<'m> {
    /// This is what I have: send what I lack.
    Have(yrs::StateVector),
    /// Something changed.
    Update(&'m [u8]),
    /// This is where I am.
    Presence(&'m [u8]),
    /// Who is here?
    AskPresence,
}

/// Reads one message; nothing may follow it.
pub fn read(message: &[u8]) -> Result<Said<'_>, Malformed> {
    let mut cursor = Cursor::new(message);
    let said = match cursor.read_var::<u8>()? {
        SYNC => match cursor.read_var::<u8>()? {
            STATE => {
                let state = payload(&mut cursor, message)?;
                Said::Have(yrs::StateVector::decode_v1(state)?)
            }
            MISSING | UPDATE => Said::Update(payload(&mut cursor, message)?),
            _ => return Err(Malformed),
        },
        PRESENCE => Said::Presence(payload(&mut cursor, message)?),
        ASK_PRESENCE => Said::AskPresence,
        _ => return Err(Malformed),
    };
    if cursor.has_content() { Err(Malformed) } else { Ok(said) }
}

/// A length and as many bytes, out of the message itself.
fn payload<'m>(cursor: &mut Cursor<'m>, message: &'m [u8]) -> Result<&'m [u8], Malformed> {
    let length: u32 = cursor.read_var()?;
    let from = cursor.next;
    let until = from.checked_add(usize::try_from(length).map_err(|_| Malformed)?).ok_or(Malformed)?;
    let bytes = message.get(from..until).ok_or(Malformed)?;
    cursor.next = until;
    Ok(bytes)
}

fn message(head: &[u8], payload: &[u8]) -> Bytes {
    let mut out = Vec::with_capacity(payload.len() + 8);
    out.extend_from_slice(head);
    out.write_buf(payload);
    out.into()
}

/// This is what the hub has: send what it lacks.
pub fn have(state: &yrs::StateVector) -> Bytes {
    use yrs::updates::encoder::Encode as _;
    message(&[SYNC, STATE], &state.encode_v1())
}

/// The answer to what a client has.
pub fn missing(update: &[u8]) -> Bytes {
    message(&[SYNC, MISSING], update)
}

/// Something changed.
pub fn update(update: &[u8]) -> Bytes {
    message(&[SYNC, UPDATE], update)
}

/// Where people are.
pub fn presence(presence: &[u8]) -> Bytes {
    message(&[PRESENCE], presence)
}

/// As many of your messages are kept for good.
pub fn safe(count: u64) -> Bytes {
    let mut out = vec![SAFE];
    out.write_var(count);
    out.into()
}

/// Something happened to the paper: what, as the kind of an event.
pub fn news(kind: &str) -> Bytes {
    message(&[NEWS], kind.as_bytes())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn messages_of_the_browser_client_read_as_they_were_recorded() {
        // Recorded from y-websocket 3.1.0 with yjs 13.6.33: an empty document's first message, an update, a query.
        assert_eq!(read(&[0, 0, 1, 0]), Ok(Said::Have(yrs::StateVector::default())));
        assert_eq!(read(&[0, 1, 2, 0, 0]), Ok(Said::Update(NOTHING)));
        assert_eq!(read(&[3]), Ok(Said::AskPresence));
        assert_eq!(safe(300).as_ref(), [100, 0xac, 0x02]);
    }

    #[test]
    fn what_is_cut_short_too_long_or_unknown_is_malformed() {
        for wrong in [&[][..], &[0], &[0, 2], &[0, 2, 5, 1], &[0, 3, 0], &[2, 0], &[9], &[0, 2, 1, 0, 0], &[100, 1]] {
            assert_eq!(read(wrong), Err(Malformed), "{wrong:?}");
        }
    }

    proptest! {
        #[test]
        fn no_bytes_whatever_end_in_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = read(&bytes);
        }
    }
}
