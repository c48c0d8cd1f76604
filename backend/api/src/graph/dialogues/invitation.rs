//! An invitation to a dialogue, as its team sees it.

use async_graphql::{Context, ID, Object, Result, SimpleObject, Value, parser::types::Field};
use chrono::{DateTime, Utc};
use sala_domain::dialogues::{self, store};

use super::{InvitationChannel, InvitationState, arrangements};
use crate::graph::{
    context::Ctx as _,
    loaders::{LettersOf, broken},
    people::{Honorific, Person, Sex},
    rows::{Plain, leaf},
    scalars::{LanguageCode, Text, text},
};

/// What somebody needs to take part.
#[derive(Debug, Clone, Copy, SimpleObject)]
#[expect(clippy::struct_excessive_bools, reason = "each is one need, ticked or not")]
pub struct InvitationNeeds {
    /// Interpretation.
    interpretation: bool,
    /// Getting in without steps, or help with it.
    mobility: bool,
    /// A diet.
    diet: bool,
    /// Somebody who looks after children.
    childcare: bool,
    /// Help with travel.
    travel: bool,
    /// Sign language.
    sign_language: bool,
}

impl From<dialogues::Needs> for InvitationNeeds {
    fn from(n: dialogues::Needs) -> Self {
        Self {
            interpretation: n.interpretation,
            mobility: n.mobility,
            diet: n.diet,
            childcare: n.childcare,
            travel: n.travel,
            sign_language: n.sign_language,
        }
    }
}

/// Somebody, or an institution that is to name somebody, who is invited to a dialogue.
#[derive(Debug)]
pub struct DialogueInvitation(pub dialogues::Invitation);

impl From<dialogues::Invitation> for DialogueInvitation {
    fn from(i: dialogues::Invitation) -> Self {
        Self(i)
    }
}

impl Plain for DialogueInvitation {
    fn plain(&self, field: &Field) -> Option<Value> {
        match field.name.node.as_str() {
            "id" => leaf(self.0.id.to_string()),
            "name" => text(&self.0.name, field),
            "number" => leaf(self.0.number),
            "version" => leaf(self.0.version),
            _ => None,
        }
    }
}

/// Somebody, or an institution that is to name somebody, who is invited to a dialogue. For the team alone.
#[Object]
impl DialogueInvitation {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// The number on the letter.
    async fn number(&self) -> i32 {
        self.0.number
    }

    /// For which group: a code of the list of constituencies.
    async fn constituency(&self) -> &str {
        &self.0.constituency
    }

    /// An institution, which is asked to name somebody.
    async fn institution(&self) -> bool {
        self.0.institution
    }

    /// Who.
    async fn name(&self) -> Text {
        self.0.name.clone().into()
    }

    /// How a letter addresses them.
    async fn honorific(&self) -> Honorific {
        self.0.honorific.into()
    }

    /// Their post.
    async fn post(&self) -> &str {
        &self.0.post
    }

    /// Where they work.
    async fn organisation(&self) -> &str {
        &self.0.organisation
    }

    /// Their e-mail address, or nothing.
    async fn email(&self) -> &str {
        &self.0.email
    }

    /// Their telephone number, or nothing.
    async fn phone(&self) -> &str {
        &self.0.phone
    }

    /// In which language one writes to them.
    async fn language(&self) -> LanguageCode {
        self.0.language.into()
    }

    /// As far as known.
    async fn sex(&self) -> Sex {
        self.0.sex.into()
    }

    /// Between 15 and 30; null where that is not known.
    async fn youth(&self) -> Option<bool> {
        self.0.youth
    }

    /// Where it stands.
    async fn state(&self) -> InvitationState {
        self.0.state.into()
    }

    /// Of which group their seat is: their own, or one that was released.
    async fn seat_of(&self) -> Option<&str> {
        self.0.seat_of.as_deref()
    }

    /// When they said yes: the order of those who wait.
    async fn queued_at(&self) -> Option<DateTime<Utc>> {
        self.0.queued_at
    }

    /// The invitation of whoever sends them.
    async fn parent(&self) -> Option<ID> {
        self.0.parent.map(|p| p.to_string().into())
    }

    /// When it went out.
    async fn sent_at(&self) -> Option<DateTime<Utc>> {
        self.0.sent_at
    }

    /// When it was answered last.
    async fn answered_at(&self) -> Option<DateTime<Utc>> {
        self.0.answered_at
    }

    /// How.
    async fn answered_via(&self) -> Option<InvitationChannel> {
        self.0.answered_via.map(Into::into)
    }

    /// Who wrote the answer down, where it did not come by the link.
    async fn recorded_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        let Some(person) = self.0.recorded_by else { return Ok(None) };
        Ok(ctx.loaders().load_one(person).await.map_err(broken)?.map(Into::into))
    }

    /// What they need.
    async fn needs(&self) -> InvitationNeeds {
        self.0.needs.into()
    }

    /// What else they say.
    async fn note(&self) -> &str {
        &self.0.note
    }

    /// At which table they sit.
    async fn table(&self) -> Option<i32> {
        self.0.table
    }

    /// In which ways it has gone out.
    async fn ways(&self, ctx: &Context<'_>) -> Result<Vec<arrangements::LetterWay>> {
        let mut ways: Vec<_> = self.letters(ctx).await?.into_iter().map(|sent| sent.way).collect();
        ways.dedup();
        Ok(ways.into_iter().map(Into::into).collect())
    }

    /// What the mail server said that did not take the latest mail for good; null where it did, or may yet.
    async fn undelivered(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let letters = self.letters(ctx).await?;
        Ok(letters
            .into_iter()
            .rfind(|sent| sent.way == dialogues::invitations::Way::Mail)
            .and_then(|sent| sent.refused))
    }

    /// By what one knows its letters at the door: the first 16 hexadecimal figures of the SHA-256 of each of its links' secrets.
    async fn signs(&self, ctx: &Context<'_>) -> Result<Vec<String>> {
        Ok(self.letters(ctx).await?.into_iter().map(|sent| hex::encode(sent.begins)).collect())
    }

    /// Counts its changes; pass it back when changing it.
    async fn version(&self) -> i32 {
        self.0.version
    }
}

impl DialogueInvitation {
    async fn letters(&self, ctx: &Context<'_>) -> Result<Vec<store::Sent>> {
        Ok(ctx.loaders().load_one(LettersOf(self.0.id)).await.map_err(broken)?.unwrap_or_default())
    }
}
