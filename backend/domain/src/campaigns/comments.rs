//! What the team says to each other about something in a campaign, and whom it tells of it.

use std::{collections::BTreeSet, sync::Arc};

use chrono::{DateTime, Utc};
use sala_kernel::{
    CampaignCommentId, CampaignId, Env, Error, Language, Message, OrganisationId, PersonId, Pool, Result, Tx,
};
use uuid::Uuid;

use super::{
    Campaign, Sight, comment_store,
    documents::{self, About},
    service, store,
};
use crate::{
    access::{
        self, Actor, Grants, Scope,
        acts::{TalkInCampaign, ViewCampaign},
        authorize,
    },
    mails::{self, CampaignLetter, Letter},
    papers::service::may,
    text::Check,
};

/// The most people told of one comment.
const MOST: usize = 20;

/// A comment.
#[derive(Debug, Clone)]
pub struct Comment {
    /// Its id.
    pub id: CampaignCommentId,
    /// In which campaign.
    pub campaign: CampaignId,
    /// On what: the bare id of an item, a piece of work, a value, an outcome, or of the campaign itself.
    pub about: Uuid,
    /// What is said; empty once it was taken back.
    pub body: String,
    /// Who was told of it.
    pub mentions: Vec<PersonId>,
    /// By whom.
    pub by: PersonId,
    /// For which organisation.
    pub on_behalf_of: Option<OrganisationId>,
    /// When.
    pub at: DateTime<Utc>,
    /// It was taken back.
    pub removed: bool,
}

/// On what somebody comments.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum On {
    /// The campaign itself.
    Campaign(CampaignId),
    /// Something in it.
    Thing(About),
}

impl On {
    const fn bare(self) -> Uuid {
        match self {
            Self::Campaign(id) => id.0,
            Self::Thing(about) => about.bare(),
        }
    }
}

async fn campaign(tx: &mut Tx<'_>, actor: &Actor, on: On) -> Result<(Campaign, access::Deed)> {
    let id = match on {
        On::Campaign(id) => id,
        On::Thing(about) => documents::campaign_of(tx, about).await?.ok_or(Error::NotFound)?.0,
    };
    let campaign = store::hold(tx, id).await?.ok_or(Error::NotFound)?;
    authorize::<_, ViewCampaign>(actor, (), &campaign.facts())?;
    let deed = may::<TalkInCampaign>(actor, &campaign.team_facts())?;
    Ok((campaign, deed))
}

/// Says something, and tells some people of it by a mail that carries a link alone. Said also when the campaign is over.
pub async fn say(
    pool: &Pool,
    env: &Env,
    actor: &Actor,
    on: On,
    (body, mentions): (&str, &[PersonId]),
    public_url: &str,
) -> Result<Comment> {
    let mut tx = pool.begin().await?;
    let (campaign, deed) = campaign(&mut tx, actor, on).await?;
    let by = deed.by.ok_or(Error::Unauthenticated)?;
    let mut found = Check::new();
    let body = found.prose("body", body, 4000);
    if body.is_empty() {
        found.fail("body", Message::Required);
    }
    let mentions: BTreeSet<PersonId> = mentions.iter().copied().filter(|person| *person != by).collect();
    if mentions.len() > MOST {
        found.fail("mentions", Message::OutOfRange);
    }
    for person in &mentions {
        let held = access::store::grants(pool, *person, env.now()).await?;
        let they = Actor::Person(Arc::new(Grants::new(*person, None, Scope::Read, false, None, held)));
        if campaign.sight(&they) < Sight::Team {
            found.fail("mentions", Message::NotOfTeam);
            break;
        }
    }
    found.finish()?;
    let comment = Comment {
        id: CampaignCommentId::fresh(env),
        campaign: campaign.id,
        about: on.bare(),
        body,
        mentions: mentions.into_iter().collect(),
        by,
        on_behalf_of: deed.on_behalf_of,
        at: env.now(),
        removed: false,
    };
    comment_store::insert(&mut tx, &comment).await?;
    for (person, address, language) in comment_store::addresses(&mut tx, &comment.mentions).await? {
        let url = format!("{public_url}/campaigns/{}?tab=talk", campaign.id);
        let language = Language::from_tag(&language);
        mails::write(
            &mut tx,
            env,
            Some(person),
            &address,
            language,
            &Letter::Campaign(CampaignLetter::Mentioned { url }),
        )
        .await?;
    }
    service::announce(&mut tx, env, deed, &campaign, "campaign.commented").await?;
    tx.commit().await?;
    Ok(comment)
}

/// Takes a comment of one's own back: that there was one stays, its words go.
pub async fn take_back(pool: &Pool, env: &Env, actor: &Actor, id: CampaignCommentId) -> Result<Comment> {
    let mut tx = pool.begin().await?;
    let comment = comment_store::find(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let (campaign, deed) = campaign(&mut tx, actor, On::Campaign(comment.campaign)).await?;
    if deed.by != Some(comment.by) {
        return Err(Error::Forbidden(Message::OnlyAuthor));
    }
    comment_store::take_back(&mut tx, env, id).await?;
    service::announce(&mut tx, env, deed, &campaign, "campaign.commented").await?;
    let comment = comment_store::find(&mut tx, id).await?.ok_or(Error::NotFound)?;
    tx.commit().await?;
    Ok(comment)
}
