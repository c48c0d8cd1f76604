//! Pages of lists: the one way a list leaves the database.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};

use crate::{Error, Message, Result};

/// How many rows a page may hold at the most.
const MOST: usize = 100;
/// How many rows a page holds when nothing is said.
const USUAL: usize = 20;

/// A request for part of a list, forwards only: `first` rows after a cursor.
///
/// Stores fetch `limit()` rows (one more than asked) in the list's order and
/// strictly after `after()`; [`PageRequest::close`] turns them into a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageRequest {
    first: usize,
    after: Option<Vec<String>>,
}

impl PageRequest {
    /// Checks what a caller asked for.
    pub fn new(first: Option<i32>, after: Option<&str>) -> Result<Self> {
        let first = match first {
            None => USUAL,
            Some(n) => usize::try_from(n)
                .ok()
                .filter(|n| (1..=MOST).contains(n))
                .ok_or_else(|| Error::invalid("first", Message::PageSize))?,
        };
        let after = after
            .map(|cursor| decode(cursor).ok_or_else(|| Error::invalid("after", Message::CursorUnknown)))
            .transpose()?;
        Ok(Self { first, after })
    }

    /// The longest page, from the start: for look-ups of at most [`Self::MOST`] known things.
    pub const fn whole() -> Self {
        Self { first: MOST, after: None }
    }

    /// The longest page there is.
    pub const MOST: usize = MOST;

    /// How many rows were asked for, where the page begins at the start of the list.
    pub const fn first_only(&self) -> Option<usize> {
        if self.after.is_none() { Some(self.first) } else { None }
    }

    /// Rows to fetch: one more than the page, to see whether another follows.
    pub fn limit(&self) -> i64 {
        i64::try_from(self.first).unwrap_or(i64::MAX - 1) + 1
    }

    /// Part `index` of the sort key after which the page starts.
    pub fn after(&self, index: usize) -> Option<&str> {
        self.after.as_ref()?.get(index).map(String::as_str)
    }

    /// Makes the page out of at most `limit()` rows; `key` is the row's sort key.
    pub fn close<T>(&self, mut rows: Vec<T>, total: i64, key: impl Fn(&T) -> Vec<String>) -> Page<T> {
        let more = rows.len() > self.first;
        rows.truncate(self.first);
        let items = rows.into_iter().map(|row| (encode(&key(&row)), row)).collect();
        Page { items, more, total }
    }
}

/// Part of a list.
#[derive(Debug, Clone)]
pub struct Page<T> {
    /// Rows with the cursor of each.
    pub items: Vec<(String, T)>,
    /// Another page follows.
    pub more: bool,
    /// Rows in the whole list, as far as the asker may see.
    pub total: i64,
}

fn encode(key: &[String]) -> String {
    URL_SAFE_NO_PAD.encode(serde_json::to_vec(key).unwrap_or_default())
}

fn decode(cursor: &str) -> Option<Vec<String>> {
    (cursor.len() <= 2048)
        .then(|| URL_SAFE_NO_PAD.decode(cursor).ok())
        .flatten()
        .and_then(|raw| serde_json::from_slice(&raw).ok())
}

impl<T> Default for Page<T> {
    fn default() -> Self {
        Self { items: Vec::new(), more: false, total: 0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_says_whether_more_follows_and_where_to_go_on() {
        let request = PageRequest::new(Some(2), None).unwrap_or_else(|e| panic!("{e}"));
        assert_eq!(request.limit(), 3);
        let page = request.close(vec![1, 2, 3], 9, |n| vec![n.to_string()]);
        assert!(page.more);
        let (cursor, last) = page.items.last().unwrap_or_else(|| panic!("two rows"));
        assert_eq!(*last, 2);
        let next = PageRequest::new(Some(2), Some(cursor)).unwrap_or_else(|e| panic!("{e}"));
        assert_eq!(next.after(0), Some("2"));
        assert_eq!(next.after(1), None);
    }

    #[test]
    fn a_page_of_nothing_of_too_much_or_after_nonsense_is_refused() {
        for (first, after) in
            [(Some(0), None), (Some(-1), None), (Some(101), None), (None, Some("%%%")), (None, Some("bm8"))]
        {
            assert!(PageRequest::new(first, after).is_err(), "{first:?} {after:?}");
        }
    }
}
