//! What somebody may know, judged document by document, among what was found.
//!
//! As a part of the query, the few words of an audience that nearly every
//! document has would be walked through for every question; here they are
//! looked at for hits alone. Counts, pages and corrections all pass through it:
//! what one may not know is not there for any of them.

use tantivy::{
    DocId, Score, SegmentOrdinal, SegmentReader,
    collector::{Collector, SegmentCollector},
    columnar::StrColumn,
};

use crate::engine::Question;

/// Lets another collector see what lies within.
#[derive(Debug, Clone)]
pub struct Within<C> {
    network: String,
    tickets: Option<Vec<String>>,
    inner: C,
}

impl<C> Within<C> {
    /// What whoever asks may know, in the network they ask of.
    pub fn of(question: &Question, inner: C) -> Self {
        Self { network: question.network.0.simple().to_string(), tickets: question.tickets.clone(), inner }
    }
}

/// Values of a field of which a document must have one.
struct Pass {
    column: Option<StrColumn>,
    wanted: Vec<bool>,
}

impl Pass {
    fn of<'v>(segment: &SegmentReader, field: &str, values: impl Iterator<Item = &'v String>) -> tantivy::Result<Self> {
        let column = segment.fast_fields().str(field)?;
        let mut wanted = Vec::new();
        if let Some(column) = &column {
            wanted = vec![false; column.num_terms()];
            for value in values {
                let ordinal = column.dictionary().term_ord(value.as_bytes())?;
                let place = ordinal.and_then(|o| usize::try_from(o).ok()).and_then(|o| wanted.get_mut(o));
                if let Some(place) = place {
                    *place = true;
                }
            }
        }
        Ok(Self { column, wanted })
    }

    fn lets(&self, doc: DocId) -> bool {
        let Some(column) = &self.column else { return false };
        column.term_ords(doc).any(|o| usize::try_from(o).is_ok_and(|o| self.wanted.get(o) == Some(&true)))
    }
}

/// The same for one segment.
pub struct SegmentWithin<C> {
    passes: Vec<Pass>,
    inner: C,
}

impl<C: Collector> Collector for Within<C> {
    type Fruit = C::Fruit;
    type Child = SegmentWithin<C::Child>;

    fn for_segment(&self, ordinal: SegmentOrdinal, segment: &SegmentReader) -> tantivy::Result<Self::Child> {
        let mut passes = vec![Pass::of(segment, "network", std::iter::once(&self.network))?];
        if let Some(tickets) = &self.tickets {
            passes.push(Pass::of(segment, "audience", tickets.iter())?);
        }
        Ok(SegmentWithin { passes, inner: self.inner.for_segment(ordinal, segment)? })
    }

    fn requires_scoring(&self) -> bool {
        self.inner.requires_scoring()
    }

    fn merge_fruits(&self, fruits: Vec<<Self::Child as SegmentCollector>::Fruit>) -> tantivy::Result<C::Fruit> {
        self.inner.merge_fruits(fruits)
    }
}

impl<C: SegmentCollector> SegmentCollector for SegmentWithin<C> {
    type Fruit = C::Fruit;

    fn collect(&mut self, doc: DocId, score: Score) {
        if self.passes.iter().all(|pass| pass.lets(doc)) {
            self.inner.collect(doc, score);
        }
    }

    fn harvest(self) -> C::Fruit {
        self.inner.harvest()
    }
}
