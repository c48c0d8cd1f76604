//! The points of minutes: each has a text of its own in each language, named by both.

use std::collections::HashMap;

use sala_domain::writing::Points;
use sala_kernel::{Error, LText, Language, PointId, Result};
use yrs::{
    Doc, ReadTxn as _, Transact as _, Update, XmlElementPrelim, XmlFragment as _, XmlFragmentRef, XmlTextPrelim,
    updates::decoder::Decode as _,
};

use crate::{
    body::{self, HUB, Yjs},
    reading::plain_text,
    room,
};

/// The name of a point's text in a language.
fn name(language: Language, point: PointId) -> String {
    format!("{}.{}", language.tag(), point.0.as_hyphenated())
}

/// Whether something is the name of a point's text.
pub(crate) fn is_name(name: &str) -> bool {
    let point = name.strip_prefix("en.").or_else(|| name.strip_prefix("km."));
    point.is_some_and(|point| point.len() == 36 && uuid::Uuid::try_parse(point).is_ok())
}

fn opened(kept: &[Vec<u8>], client: u64) -> Result<Doc> {
    let doc = room::empty_of(client);
    for update in kept {
        let update = Update::decode_v1(update).map_err(Error::internal)?;
        doc.transact_mut().apply_update(update).map_err(Error::internal)?;
    }
    Ok(doc)
}

/// The words of a text, a line for each paragraph.
fn words(doc: &Doc, text: &XmlFragmentRef) -> String {
    let txn = doc.transact();
    let nodes = text.children(&txn).filter_map(|child| body::node(&txn, &child)).flatten();
    nodes.map(|node| plain_text(&node)).collect::<Vec<_>>().join("\n").trim().to_owned()
}

impl Points for Yjs {
    fn points(&self, kept: &[Vec<u8>], of: &[PointId]) -> Result<HashMap<PointId, LText>> {
        let doc = opened(kept, 0)?;
        let said = |language, point| words(&doc, &doc.get_or_insert_xml_fragment(name(language, point)));
        let told = of.iter().map(|point| (*point, LText::new(said(Language::En, *point), said(Language::Km, *point))));
        Ok(told.collect())
    }

    fn rewritten(&self, kept: &[Vec<u8>], to: &[(PointId, LText)]) -> Result<Option<Vec<u8>>> {
        let doc = opened(kept, HUB)?;
        let before = doc.transact().state_vector();
        let mut changed = false;
        for (point, said) in to {
            for (language, wanted) in [(Language::En, &said.en), (Language::Km, &said.km)] {
                let text = doc.get_or_insert_xml_fragment(name(language, *point));
                if words(&doc, &text) == wanted.trim() {
                    continue;
                }
                changed = true;
                let mut txn = doc.transact_mut();
                let there = text.len(&txn);
                text.remove_range(&mut txn, 0, there);
                for line in wanted.trim().lines() {
                    let paragraph = text.push_back(&mut txn, XmlElementPrelim::empty("paragraph"));
                    paragraph.push_back(&mut txn, XmlTextPrelim::new(line));
                }
            }
        }
        Ok(changed.then(|| doc.transact().encode_diff_v1(&before)))
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;
    use yrs::Text as _;

    use super::*;

    #[test]
    fn what_is_written_into_points_is_read_from_them() {
        let [one, two] = [1, 2].map(|n| PointId(Uuid::from_u128(n)));
        let said = |en: &str, km: &str| LText::new(en.to_owned(), km.to_owned());
        let mut kept = Vec::new();
        let first = [(one, said("Boards are empty.\nNobody posts.", "")), (two, said("", "ក្តារទទេ។"))];
        kept.extend(Yjs.rewritten(&kept, &first).unwrap());
        assert_eq!(Yjs.rewritten(&kept, &first).unwrap(), None, "they say it already");
        kept.extend(Yjs.rewritten(&kept, &[(one, said("Boards are posted.", "ក្តារ"))]).unwrap());
        let told = Yjs.points(&kept, &[one, two]).unwrap();
        assert_eq!(told.get(&one), Some(&said("Boards are posted.", "ក្តារ")));
        assert_eq!(told.get(&two), Some(&said("", "ក្តារទទេ។")), "others are as they were");
    }

    #[test]
    fn marks_and_signs_of_another_program_leave_the_words_as_they_are() {
        let point = PointId(Uuid::from_u128(1));
        let doc = room::empty_of(9);
        let text = doc.get_or_insert_xml_fragment(name(Language::En, point));
        {
            let mut txn = doc.transact_mut();
            let paragraph = text.push_back(&mut txn, XmlElementPrelim::empty("paragraph"));
            let run = paragraph.push_back(&mut txn, XmlTextPrelim::new("a < b & "));
            let end = run.len(&txn);
            run.insert_with_attributes(&mut txn, end, "bold", [("bold".into(), yrs::Any::Bool(true))].into());
        }
        let kept = [doc.transact().encode_diff_v1(&yrs::StateVector::default())];
        let told = Yjs.points(&kept, &[point]).unwrap();
        assert_eq!(told.get(&point).map(|said| said.en.as_str()), Some("a < b & bold"));
    }

    #[test]
    fn a_text_is_named_by_its_language_and_point() {
        assert!(is_name(&name(Language::Km, PointId(Uuid::from_u128(7)))));
        for wrong in [
            "en",
            "en.",
            "fr.00000000-0000-0000-0000-000000000007",
            "en.7",
            "en.{00000000-0000-0000-0000-000000000007}",
        ] {
            assert!(!is_name(wrong), "{wrong}");
        }
    }
}
