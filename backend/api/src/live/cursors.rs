//! Cursors as clients keep them: sealed, so that a place in the order of all events tells nothing of those between.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use sala_kernel::{Cursor, Env, Error, Result};
use uuid::Uuid;

/// Seals cursors and opens them again.
pub struct Cursors {
    key: LessSafeKey,
    epoch: Uuid,
}

impl std::fmt::Debug for Cursors {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Cursors").finish_non_exhaustive()
    }
}

impl Cursors {
    /// With the hub's key, for the cluster in which its cursors mean something.
    pub fn new(key: &[u8], epoch: Uuid) -> Result<Self> {
        let key = UnboundKey::new(&CHACHA20_POLY1305, key).map_err(|_| Error::internal("the hub's cursor key"))?;
        Ok(Self { key: LessSafeKey::new(key), epoch })
    }

    /// The text that a client keeps: another one each time.
    pub fn seal(&self, env: &Env, cursor: Cursor) -> Result<String> {
        let random: [u8; 16] = env.entropy.bytes();
        let mut nonce = [0_u8; NONCE_LEN];
        nonce.iter_mut().zip(random).for_each(|(to, from)| *to = from);
        let mut text = [cursor.xid.to_be_bytes(), cursor.position.to_be_bytes()].concat();
        self.key
            .seal_in_place_append_tag(
                Nonce::assume_unique_for_key(nonce),
                Aad::from(self.epoch.into_bytes()),
                &mut text,
            )
            .map_err(|_| Error::internal("a cursor could not be sealed"))?;
        Ok(URL_SAFE_NO_PAD.encode([&nonce[..], &text].concat()))
    }

    /// What a client kept; `None` when it is no cursor of this hub and cluster.
    pub fn open(&self, text: &str) -> Option<Cursor> {
        let mut raw = URL_SAFE_NO_PAD.decode(text).ok()?;
        let (nonce, sealed) = raw.split_at_mut_checked(NONCE_LEN)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).ok()?;
        let opened = self.key.open_in_place(nonce, Aad::from(self.epoch.into_bytes()), sealed).ok()?;
        let (xid, position) = opened.split_at_checked(8)?;
        Some(Cursor {
            xid: i64::from_be_bytes(xid.try_into().ok()?),
            position: i64::from_be_bytes(position.try_into().ok()?),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_tells_nothing_and_means_something_only_where_it_was_made() {
        let env = Env::system();
        let (here, there) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let of = |key: u8, epoch| Cursors::new(&[key; 32], epoch).unwrap();
        let cursor = Cursor { xid: 77, position: 5 };
        let hub = of(1, here);
        let (one, other) = (hub.seal(&env, cursor).unwrap(), hub.seal(&env, cursor).unwrap());
        assert_ne!(one, other, "not even that nothing has happened");
        assert_eq!((hub.open(&one), hub.open(&other)), (Some(cursor), Some(cursor)));
        assert_eq!(of(1, there).open(&one), None);
        assert_eq!(of(2, here).open(&one), None);
        for odd in ["", "nonsense", "AAAA", &one[1..]] {
            assert_eq!(hub.open(odd), None, "{odd}");
        }
        assert!(Cursors::new(&[1; 31], here).is_err());
    }
}
