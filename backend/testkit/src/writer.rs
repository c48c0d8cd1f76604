//! Somebody who writes in a paper: a client of the y-websocket protocol.

use std::{net::SocketAddr, time::Duration};

use futures_util::{SinkExt as _, StreamExt as _};
use sala_collab::wire::{self, Said};
use tokio::net::TcpStream;
use tokio_tungstenite::{
    MaybeTlsStream, WebSocketStream, connect_async,
    tungstenite::{Message, client::IntoClientRequest as _},
};
use yrs::{
    Doc, GetString as _, Out, ReadTxn as _, StateVector, Text as _, Transact as _, TransactionMut, Update, Xml as _,
    XmlElementPrelim, XmlElementRef, XmlFragment as _, XmlOut, XmlTextPrelim, updates::decoder::Decode as _,
};

/// Longest wait for anything that must come.
const PATIENCE: Duration = Duration::from_secs(10);

/// What a writer hears.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    /// A change of the text.
    Change,
    /// The hub asks what it lacks.
    Have,
    /// So many messages are kept.
    Safe(u64),
    /// Something happened to the paper.
    News(String),
    /// Somebody is somewhere.
    Presence(Vec<u8>),
    /// The line is closed, with this code.
    End(u16),
}

/// A client with its copy of the text.
pub struct TestWriter {
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
    /// Its copy.
    pub doc: Doc,
    sent: u64,
    safe: u64,
}

/// A copy that counts letters as browsers do, and changes nothing of its own accord.
pub fn copy(client: u64) -> Doc {
    let mut options = yrs::Options::with_client_id(yrs::ClientID::new(client));
    options.offset_kind = yrs::OffsetKind::Utf16;
    options.cleanup_formatting = false;
    Doc::with_options(options)
}

/// Adds letters to the end of a paragraph.
fn lengthen(txn: &mut TransactionMut<'_>, paragraph: &XmlElementRef, letters: &str) {
    let words = match paragraph.get(txn, 0) {
        Some(XmlOut::Text(words)) => words,
        _ => paragraph.push_back(txn, XmlTextPrelim::new("")),
    };
    let end = words.len(txn);
    words.insert(txn, end, letters);
}

impl TestWriter {
    /// Connects with a copy and says what it has.
    pub async fn open(server: SocketAddr, cookie: Option<String>, paper: &str, doc: Doc) -> Self {
        let mut request = format!("ws://{server}/collab/{paper}").into_client_request().unwrap();
        if let Some(cookie) = cookie {
            request.headers_mut().insert("cookie", cookie.parse().unwrap());
        }
        let (socket, _) = connect_async(request).await.unwrap();
        let mut writer = Self { socket, doc, sent: 0, safe: 0 };
        let state = writer.doc.transact().state_vector();
        writer.raw(wire::have(&state).to_vec()).await;
        writer
    }

    /// Sends any bytes.
    pub async fn raw(&mut self, bytes: Vec<u8>) {
        let _ = self.socket.send(Message::Binary(bytes.into())).await;
    }

    /// Sends a change.
    pub async fn send(&mut self, update: &[u8]) {
        self.sent += 1;
        self.raw(wire::update(update).to_vec()).await;
    }

    /// The next thing heard, taken in as a browser does.
    pub async fn hear(&mut self) -> Heard {
        let message = loop {
            let next = tokio::time::timeout(PATIENCE, self.socket.next()).await.expect("a message in time");
            match next {
                Some(Ok(Message::Binary(bytes))) => break bytes,
                Some(Ok(Message::Close(Some(frame)))) => return Heard::End(frame.code.into()),
                Some(Ok(_)) => {}
                Some(Err(_)) | None => return Heard::End(0),
            }
        };
        let mut cursor = yrs::encoding::read::Cursor::new(&message[1..]);
        match message[0] {
            wire::SAFE => {
                self.safe = yrs::encoding::read::Read::read_var(&mut cursor).unwrap();
                return Heard::Safe(self.safe);
            }
            wire::NEWS => {
                return Heard::News(yrs::encoding::read::Read::read_string(&mut cursor).unwrap().to_owned());
            }
            _ => {}
        }
        match wire::read(&message).unwrap() {
            Said::Have(state) => {
                let update = self.doc.transact().encode_state_as_update_v1(&state);
                self.sent += 1;
                self.raw(wire::missing(&update).to_vec()).await;
                Heard::Have
            }
            Said::Update(update) => {
                self.doc.transact_mut().apply_update(Update::decode_v1(update).unwrap()).unwrap();
                Heard::Change
            }
            Said::Presence(presence) => Heard::Presence(presence.to_vec()),
            Said::AskPresence => panic!("the hub asks no such thing"),
        }
    }

    /// Waits until everything sent is kept.
    pub async fn saved(&mut self) {
        // The hub asks first: what it lacked is part of what is kept.
        while self.sent == 0 || self.safe < self.sent {
            if let Heard::End(code) = self.hear().await {
                panic!("the line is closed: {code}");
            }
        }
    }

    /// Waits until the line is closed; its code.
    pub async fn end(&mut self) -> u16 {
        loop {
            if let Heard::End(code) = self.hear().await {
                return code;
            }
        }
    }

    /// Waits until a text contains these words.
    pub async fn until(&mut self, language: &str, words: &str) {
        while !self.text(language).contains(words) {
            if let Heard::End(code) = self.hear().await {
                panic!("the line is closed: {code}");
            }
        }
    }

    /// Writes a paragraph below the heading of a section; the change, not sent.
    pub fn written(&self, language: &str, section: &str, words: &str) -> Vec<u8> {
        let text = self.doc.get_or_insert_xml_fragment(language);
        let mut txn = self.doc.transact_mut();
        let heading = text.children(&txn).position(|child| match child {
            XmlOut::Element(element) => element.get_attribute(&txn, "section") == Some(Out::from(section)),
            _ => false,
        });
        let at = u32::try_from(heading.expect("the section is there")).unwrap() + 1;
        let paragraph = text.insert(&mut txn, at, XmlElementPrelim::empty("paragraph"));
        paragraph.push_back(&mut txn, XmlTextPrelim::new(words));
        txn.encode_update_v1()
    }

    /// Writes a paragraph below the heading of a section.
    pub async fn write(&mut self, language: &str, section: &str, words: &str) {
        let update = self.written(language, section, words);
        self.send(&update).await;
    }

    /// Adds letters to the end of the first paragraph of a section.
    pub async fn type_on(&mut self, language: &str, section: &str, letters: &str) {
        let update = {
            let text = self.doc.get_or_insert_xml_fragment(language);
            let mut txn = self.doc.transact_mut();
            let heading = text.children(&txn).position(|child| match child {
                XmlOut::Element(element) => element.get_attribute(&txn, "section") == Some(Out::from(section)),
                _ => false,
            });
            let at = u32::try_from(heading.expect("the section is there")).unwrap() + 1;
            let Some(XmlOut::Element(paragraph)) = text.get(&txn, at) else { panic!("a paragraph") };
            lengthen(&mut txn, &paragraph, letters);
            txn.encode_update_v1()
        };
        self.send(&update).await;
    }

    /// Adds letters to the end of the first paragraph of a text that stands for itself, as a point of minutes does.
    pub async fn type_in(&mut self, text: &str, letters: &str) {
        let update = {
            let text = self.doc.get_or_insert_xml_fragment(text);
            let mut txn = self.doc.transact_mut();
            let paragraph = match text.get(&txn, 0) {
                Some(XmlOut::Element(paragraph)) => paragraph,
                _ => text.push_back(&mut txn, XmlElementPrelim::empty("paragraph")),
            };
            lengthen(&mut txn, &paragraph, letters);
            txn.encode_update_v1()
        };
        self.send(&update).await;
    }

    /// What such a text says, with its tags.
    pub fn says(&self, text: &str) -> String {
        let text = self.doc.get_or_insert_xml_fragment(text);
        text.get_string(&self.doc.transact())
    }

    /// Waits until such a text contains these words.
    pub async fn until_says(&mut self, text: &str, words: &str) {
        while !self.says(text).contains(words) {
            if let Heard::End(code) = self.hear().await {
                panic!("the line is closed: {code}");
            }
        }
    }

    /// A text as its copy has it, as the JSON of the editor: the same for all copies that are the same.
    pub fn text(&self, language: &str) -> String {
        let content = sala_domain::papers::Texts::read(&sala_collab::body::Yjs, &[self.state()]).unwrap();
        content.nodes[language].to_string()
    }

    /// Everything its copy has.
    pub fn state(&self) -> Vec<u8> {
        self.doc.transact().encode_state_as_update_v1(&StateVector::default())
    }

    /// Leaves without a word, and keeps the copy.
    pub fn drop_line(self) -> Doc {
        self.doc
    }
}
