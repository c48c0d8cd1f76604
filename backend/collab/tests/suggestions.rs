//! Suggestions: made by their author alone, moved by others, no part of the text before they are accepted.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use std::time::Instant;

use sala_collab::{
    body::Yjs,
    room::{Effect, End, Known, Room, Seat},
    wire,
};
use sala_domain::papers::{TextType, Texts as _};
use sala_kernel::{Language, PersonId};
use uuid::Uuid;
use yrs::{
    Any, Doc, GetString as _, ReadTxn as _, StateVector, Text as _, Transact as _, Update, Xml as _, XmlElementPrelim,
    XmlFragment as _, XmlOut, XmlTextPrelim, XmlTextRef, types::Attrs, updates::decoder::Decode as _,
};

const ME: PersonId = PersonId(Uuid::from_u128(1));
const OTHER: PersonId = PersonId(Uuid::from_u128(2));

fn name(person: PersonId) -> String {
    format!("{}.mbx3k2a8.k3f9", person.0.as_hyphenated())
}

fn mark(kind: &str, name: &str) -> Attrs {
    let value = Any::from(std::collections::HashMap::from([("id".to_owned(), Any::from(name))]));
    Attrs::from([(kind.into(), value)])
}

/// A browser, its room, and what the room keeps.
struct Writer {
    doc: Doc,
    sent: StateVector,
}

impl Writer {
    fn of(client: u64, kept: &[Vec<u8>]) -> Self {
        let doc = Doc::with_client_id(client);
        for update in kept {
            doc.transact_mut().apply_update(Update::decode_v1(update).unwrap()).unwrap();
        }
        let sent = doc.transact().state_vector();
        Self { doc, sent }
    }

    /// The first paragraph of the position in English.
    fn paragraph(&self) -> XmlTextRef {
        let text = self.doc.get_or_insert_xml_fragment("en");
        let mut txn = self.doc.transact_mut();
        let children: Vec<XmlOut> = text.children(&txn).collect();
        let of_position = |child: &XmlOut| match child {
            XmlOut::Element(element) => element.get_attribute(&txn, "section") == Some("position".into()),
            _ => false,
        };
        let at = children.iter().position(of_position).unwrap() + 1;
        let XmlOut::Element(paragraph) = children.get(at).cloned().unwrap() else { panic!("no paragraph") };
        match paragraph.get(&txn, 0) {
            Some(XmlOut::Text(text)) => text,
            _ => paragraph.push_back(&mut txn, XmlTextPrelim::new("")),
        }
    }

    fn change(&mut self) -> Vec<u8> {
        let update = self.doc.transact().encode_diff_v1(&self.sent);
        self.sent = self.doc.transact().state_vector();
        update
    }
}

struct Hub {
    room: Room,
    kept: Vec<Vec<u8>>,
}

impl Hub {
    fn new() -> Self {
        let kept = vec![Yjs.blank(TextType::PositionPaper)];
        let mut room = Room::open(None, kept.iter().map(Vec::as_slice), Known::default()).unwrap();
        room.enter(Seat(1), ME, true, Instant::now());
        room.enter(Seat(2), OTHER, true, Instant::now());
        Self { room, kept }
    }

    /// Why it was refused, if it was.
    fn hear(&mut self, seat: Seat, update: &[u8]) -> Option<End> {
        let effects = self.room.hear(seat, &wire::update(update), Instant::now());
        effects.iter().find_map(|effect| if let Effect::End(_, end) = effect { Some(*end) } else { None }).or_else(
            || {
                self.kept.push(update.to_vec());
                None
            },
        )
    }
}

#[test]
fn nobody_suggests_in_the_name_of_somebody_else() {
    let mut hub = Hub::new();
    let mut me = Writer::of(100, &hub.kept);
    let text = me.paragraph();
    text.insert_with_attributes(&mut me.doc.transact_mut(), 0, "forged", mark("insertion", &name(OTHER)));
    assert_eq!(hub.hear(Seat(1), &me.change()), Some(End::BadRequest));
    for odd in
        [name(OTHER).replace('.', " "), "nobody".into(), format!("{}.", ME.0), format!("{}.{}", ME.0, "a".repeat(80))]
    {
        let mut me = Writer::of(101, &hub.kept);
        let text = me.paragraph();
        text.insert_with_attributes(&mut me.doc.transact_mut(), 0, "x", mark("deletion", &odd));
        assert_eq!(hub.hear(Seat(1), &me.change()), Some(End::BadRequest), "{odd}");
    }
    let mut me = Writer::of(102, &hub.kept);
    let broken = me
        .doc
        .get_or_insert_xml_fragment("en")
        .push_back(&mut me.doc.transact_mut(), XmlElementPrelim::empty("paragraph"));
    broken.insert_attribute(&mut me.doc.transact_mut(), "break", format!("+{}", name(OTHER)));
    assert_eq!(hub.hear(Seat(1), &me.change()), Some(End::BadRequest), "a break, too, has its author");
    // Written again over one's own, the attribute does not say its name any more.
    let mut me = Writer::of(103, &hub.kept);
    let broken = me
        .doc
        .get_or_insert_xml_fragment("en")
        .push_back(&mut me.doc.transact_mut(), XmlElementPrelim::empty("paragraph"));
    broken.insert_attribute(&mut me.doc.transact_mut(), "break", format!("+{}", name(ME)));
    assert_eq!(hub.hear(Seat(1), &me.change()), None);
    broken.insert_attribute(&mut me.doc.transact_mut(), "break", format!("-{}", name(OTHER)));
    assert_eq!(hub.hear(Seat(1), &me.change()), Some(End::BadRequest));
}

#[test]
fn a_suggestion_that_was_made_may_be_moved_and_decided_by_others() {
    let mut hub = Hub::new();
    let mut other = Writer::of(200, &hub.kept);
    let text = other.paragraph();
    text.insert(&mut other.doc.transact_mut(), 0, "within 30 days");
    text.format(&mut other.doc.transact_mut(), 7, 2, mark("deletion", &name(OTHER)));
    text.insert_with_attributes(&mut other.doc.transact_mut(), 9, "45", mark("insertion", &name(OTHER)));
    assert_eq!(hub.hear(Seat(2), &other.change()), None);
    let content = Yjs.read(&hub.kept).unwrap();
    assert_eq!(content.section(Language::En, "position"), "within 30 days", "it is no part of the text");
    let [suggestion] = content.suggestions.as_slice() else { panic!("{:?}", content.suggestions) };
    assert_eq!((suggestion.inserted.as_str(), suggestion.deleted.as_str(), suggestion.by), ("45", "30", OTHER));
    assert_eq!(suggestion.section, "position");
    // Somebody else splits the paragraph: its second half is written anew, suggestion and all.
    let mut me = Writer::of(100, &hub.kept);
    let text = me.paragraph();
    text.remove_range(&mut me.doc.transact_mut(), 7, 4);
    text.insert_with_attributes(&mut me.doc.transact_mut(), 7, "45", mark("insertion", &name(OTHER)));
    assert_eq!(hub.hear(Seat(1), &me.change()), None);
    // And accepts it.
    text.format(&mut me.doc.transact_mut(), 7, 2, Attrs::from([("insertion".into(), Any::Null)]));
    assert_eq!(hub.hear(Seat(1), &me.change()), None);
    let content = Yjs.read(&hub.kept).unwrap();
    assert_eq!(content.section(Language::En, "position"), "within 45 days");
    assert!(content.suggestions.is_empty(), "{:?}", content.suggestions);
    assert!(text.get_string(&me.doc.transact()).contains("45"));
}

#[test]
fn footnotes_recommendations_and_claims_are_read_out_of_the_text() {
    let hub = Hub::new();
    let me = Writer::of(100, &hub.kept);
    let text = me.paragraph();
    let fragment = me.doc.get_or_insert_xml_fragment("en");
    {
        let mut txn = me.doc.transact_mut();
        text.insert(&mut txn, 0, "Three of four communes post nothing.");
        text.format(&mut txn, 0, 13, Attrs::from([("unsourced".into(), Any::from(true))]));
        let recommendation = fragment.push_back(&mut txn, XmlElementPrelim::empty("recommendation"));
        recommendation.insert_attribute(&mut txn, "addressee", "Ministry of Interior");
        recommendation.insert_attribute(&mut txn, "deadline", "2026-12-01");
        recommendation.push_back(&mut txn, XmlTextPrelim::new("Post the budget"));
        let note = recommendation.push_back(&mut txn, XmlElementPrelim::empty("footnote"));
        note.insert_attribute(&mut txn, "words", "Article 5");
    }
    let content = Yjs.read(&[me.doc.transact().encode_state_as_update_v1(&StateVector::default())]).unwrap();
    let [claim] = content.unsourced.as_slice() else { panic!("{:?}", content.unsourced) };
    assert_eq!((claim.words.as_str(), claim.section.as_str()), ("Three of four", "position"));
    let [found] = content.recommendations.as_slice() else { panic!("{:?}", content.recommendations) };
    assert_eq!(
        (found.addressee.as_str(), found.action.as_str()),
        ("Ministry of Interior", "Post the budget [Article 5]")
    );
    assert_eq!(found.deadline.map(|day| day.to_string()).as_deref(), Some("2026-12-01"));
    let said = content.section(Language::En, "references");
    assert_eq!(
        said, "Post the budget [Article 5] [Ministry of Interior, 2026-12-01]",
        "a changed deadline is a change"
    );
}
