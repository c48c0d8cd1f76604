//! What is arranged for a dialogue, letters that go by hand, tables, and dialogues that follow each other.

use async_graphql::{Context, Enum, ID, InputObject, Object, Result, SimpleObject};
use chrono::{DateTime, NaiveDate, Utc};
use sala_domain::dialogues::{
    arrangements::{self, Arrangements, Cost, Notice},
    invitations, letters,
    series::{self, Next},
    tables,
};
use sala_kernel::{DialogueId, InvitationId, Money};

use super::{DialoguePayload, changes::InviteeInput};
use crate::graph::{
    campaigns::Currency,
    context::Ctx as _,
    error::payload,
    scalars::{Text, TextInput, id},
};

/// How a letter goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "invitations::Way")]
pub enum LetterWay {
    /// By mail.
    Mail,
    /// On paper.
    Print,
    /// As a text for a messenger.
    Text,
}

/// What something is to cost.
#[derive(Debug, SimpleObject)]
pub struct DialogueCost {
    /// What.
    what: String,
    /// How much: an exact amount in decimal figures.
    amount: String,
    /// In which currency.
    currency: Currency,
}

/// An amount of money.
#[derive(Debug, SimpleObject)]
pub struct DialogueSum {
    /// How much: an exact amount in decimal figures.
    amount: String,
    /// In which currency.
    currency: Currency,
}

/// What the team of a dialogue arranges.
#[derive(Debug, SimpleObject)]
pub struct DialogueArrangements {
    /// What letters of invitation say beside place and time.
    letter: Text,
    /// Who signs the letters: name and post.
    signatory: Text,
    /// The authorities are to be told.
    notice_needed: bool,
    /// When they were told.
    notice_sent_on: Option<NaiveDate>,
    /// The number of that letter.
    notice_reference: String,
    /// They are to be told, and are not yet.
    notice_open: bool,
    /// What it is to cost, line by line.
    costs: Vec<DialogueCost>,
    /// What it is to cost altogether, of each currency that is used.
    totals: Vec<DialogueSum>,
}

impl From<Arrangements> for DialogueArrangements {
    fn from(a: Arrangements) -> Self {
        let totals = a.totals().into_iter();
        Self {
            notice_open: a.notice.is_open(),
            totals: totals.map(|m| DialogueSum { amount: m.figures(), currency: m.currency.into() }).collect(),
            letter: a.letter.into(),
            signatory: a.signatory.into(),
            notice_needed: a.notice.needed,
            notice_sent_on: a.notice.sent_on,
            notice_reference: a.notice.reference,
            costs: a
                .costs
                .into_iter()
                .map(|cost| DialogueCost {
                    what: cost.what,
                    amount: cost.amount.figures(),
                    currency: cost.amount.currency.into(),
                })
                .collect(),
        }
    }
}

/// What something is to cost.
#[derive(Debug, InputObject)]
pub struct DialogueCostInput {
    /// What; at most 200 characters.
    what: String,
    /// How much: an exact amount in decimal figures.
    amount: String,
    /// In which currency.
    currency: Currency,
}

/// What the team of a dialogue arranges.
#[derive(Debug, InputObject)]
pub struct DialogueArrangementsInput {
    /// What letters of invitation say beside place and time; at most 3,000 characters in each language.
    letter: Option<TextInput>,
    /// Who signs the letters: name and post; at most 300 characters in each language.
    signatory: Option<TextInput>,
    /// Who holds it together with the network, such as a provincial administration.
    co_host: Option<TextInput>,
    /// Organisations that hold it; those that are hidden from you stay.
    hosts: Vec<ID>,
    /// The authorities are to be told.
    #[graphql(default)]
    notice_needed: bool,
    /// When they were told.
    notice_sent_on: Option<NaiveDate>,
    /// The number of that letter.
    #[graphql(default)]
    notice_reference: String,
    /// What it is to cost, line by line; at most 50 lines.
    costs: Vec<DialogueCostInput>,
    /// Documents of the library that belong to it; those that are hidden from you stay.
    documents: Vec<ID>,
}

impl DialogueArrangementsInput {
    fn draft(self) -> Result<Arrangements> {
        let costs = self.costs.into_iter().map(|cost| {
            let currency = cost.currency.into();
            // One that is no amount is out of every range.
            Cost { what: cost.what, amount: Money { hundredths: Money::read(&cost.amount).unwrap_or(-1), currency } }
        });
        Ok(Arrangements {
            letter: self.letter.map(Into::into).unwrap_or_default(),
            signatory: self.signatory.map(Into::into).unwrap_or_default(),
            co_host: self.co_host.map(Into::into).unwrap_or_default(),
            hosts: self.hosts.iter().map(id).collect::<Result<_>>()?,
            notice: Notice {
                needed: self.notice_needed,
                sent_on: self.notice_sent_on,
                reference: self.notice_reference,
            },
            costs: costs.collect(),
            documents: self.documents.iter().map(id).collect::<Result<_>>()?,
        })
    }
}

payload! {
    /// An invitation as a text for a messenger.
    InvitationTextPayload {
        /// The text, with a link for its invitee alone.
        text: String
    }
}

/// Arranging dialogues.
#[derive(Debug, Default)]
pub struct ArrangementMutation;

#[Object]
impl ArrangementMutation {
    /// Writes down what is arranged for a dialogue.
    async fn arrange_dialogue(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which.")] dialogue: ID,
        #[graphql(desc = "As it was read.")] version: i32,
        #[graphql(desc = "As it is to be.")] input: DialogueArrangementsInput,
    ) -> Result<DialoguePayload> {
        let (services, which, draft) = (ctx.services(), id::<DialogueId>(&dialogue)?, input.draft()?);
        let (pool, env) = (&services.pool, &services.env);
        DialoguePayload::of(arrangements::arrange(pool, env, ctx.actor(), (which, version), draft).await)
    }

    /// Plans the next dialogue of a series like this one, on another day: its agenda, its seats and what is arranged go on; what
    /// came of it does not.
    async fn repeat_dialogue(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which.")] dialogue: ID,
        #[graphql(desc = "When the next one begins; dates before it move with it.")] starts_at: DateTime<Utc>,
        #[graphql(desc = "Everybody who was invited is written down again, and not yet written to.", default)]
        guests: bool,
    ) -> Result<DialoguePayload> {
        let (services, which) = (ctx.services(), id::<DialogueId>(&dialogue)?);
        let next = Next { starts_at, guests };
        DialoguePayload::of(series::repeat(&services.pool, &services.env, ctx.actor(), which, next).await)
    }

    /// Deals everybody who comes out to tables, so that groups are mixed; what was set by hand is dealt anew.
    async fn deal_tables(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Of which dialogue.")] dialogue: ID,
        #[graphql(desc = "As it was read.")] version: i32,
        #[graphql(desc = "To so many, 1 to 500.")] tables: i32,
    ) -> Result<DialoguePayload> {
        let (services, which) = (ctx.services(), id::<DialogueId>(&dialogue)?);
        DialoguePayload::of(tables::deal(&services.pool, &services.env, ctx.actor(), (which, version), tables).await)
    }

    /// Sets somebody who comes to a table.
    async fn place_at_table(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whose invitation.")] invitation: ID,
        #[graphql(desc = "As it was read.")] version: i32,
        #[graphql(desc = "To which, 1 to 500; to none when left out.")] table: Option<i32>,
    ) -> Result<DialoguePayload> {
        let (services, which) = (ctx.services(), id::<InvitationId>(&invitation)?);
        DialoguePayload::of(tables::place(&services.pool, &services.env, ctx.actor(), (which, version), table).await)
    }

    /// Changes what is written of an invitation. To a new e-mail address the letter goes anew, and the links in the old one end.
    async fn edit_invitation(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which.")] invitation: ID,
        #[graphql(desc = "As it was read.")] version: i32,
        #[graphql(desc = "As it is to be; the group of whoever has answered stays.")] input: InviteeInput,
    ) -> Result<DialoguePayload> {
        let (services, which) = (ctx.services(), id::<InvitationId>(&invitation)?);
        let (pool, env, url) = (&services.pool, &services.env, &services.settings.public_url);
        DialoguePayload::of(invitations::edit(pool, env, ctx.actor(), (which, version), &input.into(), url).await)
    }

    /// Writes the invitation of somebody as a text for a messenger, with a link of its own; what was not yet out is out with it.
    async fn write_invitation_text(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whose invitation.")] invitation: ID,
    ) -> Result<InvitationTextPayload> {
        let (services, which) = (ctx.services(), id::<InvitationId>(&invitation)?);
        let (pool, env, url) = (&services.pool, &services.env, &services.settings.public_url);
        let written = letters::text(pool, env, ctx.actor(), which, url).await;
        InvitationTextPayload::of(written.map(|(_, text)| text))
    }
}
