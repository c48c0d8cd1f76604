//! Counting hits by the values they have.

use std::collections::HashMap;

use tantivy::{
    DocId, Score, SegmentOrdinal, SegmentReader,
    collector::{Collector, SegmentCollector},
    columnar::StrColumn,
};

use crate::engine::Facet;

/// How many hits have which value of which facet.
pub type Counts = HashMap<Facet, HashMap<String, u64>>;

/// Counts every facet in one pass.
pub struct Counting;

/// The counts of one segment, by ordinal until the end.
pub struct Segment {
    columns: Vec<(Facet, StrColumn, Vec<u64>)>,
}

impl Collector for Counting {
    type Fruit = Counts;
    type Child = Segment;

    fn for_segment(&self, _: SegmentOrdinal, segment: &SegmentReader) -> tantivy::Result<Segment> {
        let mut columns = Vec::new();
        for facet in Facet::ALL {
            if let Some(column) = segment.fast_fields().str(facet.field())? {
                let counts = vec![0; column.num_terms()];
                columns.push((*facet, column, counts));
            }
        }
        Ok(Segment { columns })
    }

    fn requires_scoring(&self) -> bool {
        false
    }

    fn merge_fruits(&self, fruits: Vec<Counts>) -> tantivy::Result<Counts> {
        let mut all = Counts::new();
        for fruit in fruits {
            for (facet, counts) in fruit {
                let into = all.entry(facet).or_default();
                for (value, count) in counts {
                    *into.entry(value).or_default() += count;
                }
            }
        }
        Ok(all)
    }
}

impl SegmentCollector for Segment {
    type Fruit = Counts;

    fn collect(&mut self, doc: DocId, _: Score) {
        for (_, column, counts) in &mut self.columns {
            for ordinal in column.term_ords(doc) {
                if let Some(count) = usize::try_from(ordinal).ok().and_then(|at| counts.get_mut(at)) {
                    *count += 1;
                }
            }
        }
    }

    fn harvest(self) -> Counts {
        let mut all = Counts::new();
        for (facet, column, counts) in self.columns {
            let into = all.entry(facet).or_default();
            for (ordinal, count) in (0_u64..).zip(counts).filter(|(_, count)| *count > 0) {
                let mut value = String::new();
                if column.ord_to_str(ordinal, &mut value).unwrap_or(false) {
                    into.insert(value, count);
                }
            }
        }
        all
    }
}
