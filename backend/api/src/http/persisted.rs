//! Automatic persisted queries: a document is sent once, then only its SHA-256.

use std::{
    collections::{HashMap, VecDeque},
    sync::{Arc, Mutex, PoisonError},
};

use sha2::{Digest as _, Sha256};

/// Documents remembered; the oldest is forgotten first. 2,000 × at most 16 KiB.
const MOST: usize = 2_000;
/// Longest document that is remembered.
const LONGEST: usize = 16 * 1024;

/// Documents by hash. Forgetting one costs its next sender one more round trip.
#[derive(Debug, Clone, Default)]
pub struct Persisted(Arc<Mutex<Kept>>);

#[derive(Debug, Default)]
struct Kept {
    by_hash: HashMap<String, Arc<str>>,
    order: VecDeque<String>,
}

impl Persisted {
    /// The document of a hash.
    pub fn get(&self, hash: &str) -> Option<Arc<str>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).by_hash.get(hash).cloned()
    }

    /// Remembers a document under its hash; `false` when the hash is not its own.
    pub fn put(&self, hash: &str, query: &str) -> bool {
        if hex(&Sha256::digest(query.as_bytes())) != hash {
            return false;
        }
        if query.len() <= LONGEST {
            let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            if kept.by_hash.insert(hash.to_owned(), query.into()).is_none() {
                kept.order.push_back(hash.to_owned());
            }
            while kept.order.len() > MOST {
                if let Some(oldest) = kept.order.pop_front() {
                    kept.by_hash.remove(&oldest);
                }
            }
        }
        true
    }
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_kept_under_its_own_hash_only() {
        let kept = Persisted::default();
        let query = "{ hub { ready } }";
        let hash = hex(&Sha256::digest(query.as_bytes()));
        assert!(kept.get(&hash).is_none());
        assert!(!kept.put(&hash, "{ viewer { operator } }"));
        assert!(kept.put(&hash, query));
        assert_eq!(kept.get(&hash).as_deref(), Some(query));
    }
}
