//! What the team says to each other about something in a campaign, and whom it tells of it.

use std::{collections::BTreeSet, sync::Arc};

use chrono::{DateTime, Utc};
use sala_kernel::{
    CampaignCommentId, CampaignId, Env, Error, Language, Message, OrganisationId, Page, PageRequest, PersonId, Pool,
    Result, Tx,
};
use sqlx::PgExecutor;
use uuid::Uuid;

use super::{
    Campaign, Sight,
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
    insert(&mut tx, &comment).await?;
    for (person, address, language) in addresses(&mut tx, &comment.mentions).await? {
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
    let comment = find(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let (campaign, deed) = campaign(&mut tx, actor, On::Campaign(comment.campaign)).await?;
    if deed.by != Some(comment.by) {
        return Err(Error::Forbidden(Message::OnlyAuthor));
    }
    sqlx::query!(
        "UPDATE campaign_comments SET body = '', removed_at = $2 WHERE id = $1 AND removed_at IS NULL",
        id.0,
        env.now(),
    )
    .execute(&mut *tx)
    .await?;
    service::announce(&mut tx, env, deed, &campaign, "campaign.commented").await?;
    let comment = find(&mut tx, id).await?.ok_or(Error::NotFound)?;
    tx.commit().await?;
    Ok(comment)
}

struct Row {
    id: Uuid,
    campaign_id: Uuid,
    about_id: Uuid,
    body: String,
    mentions: Vec<Uuid>,
    person_id: Uuid,
    organisation_id: Option<Uuid>,
    at: DateTime<Utc>,
    removed: bool,
    total: i64,
}

impl From<Row> for Comment {
    fn from(row: Row) -> Self {
        Self {
            id: CampaignCommentId(row.id),
            campaign: CampaignId(row.campaign_id),
            about: row.about_id,
            body: row.body,
            mentions: row.mentions.into_iter().map(PersonId).collect(),
            by: PersonId(row.person_id),
            on_behalf_of: row.organisation_id.map(OrganisationId),
            at: row.at,
            removed: row.removed,
        }
    }
}

/// A page of what was said in a campaign, or of one thing in it, the latest first; the caller has made sure that the actor may
/// know it.
pub async fn list(
    db: impl PgExecutor<'_>,
    campaign: CampaignId,
    about: Option<Uuid>,
    page: &PageRequest,
) -> Result<Page<Comment>> {
    let rows = sqlx::query_as!(
        Row,
        r#"SELECT id, campaign_id, about_id, body, mentions, person_id, organisation_id, at, removed_at IS NOT NULL AS "removed!",
                  (SELECT count(*) FROM campaign_comments o WHERE o.campaign_id = $1 AND ($2::uuid IS NULL OR o.about_id = $2)) AS "total!"
           FROM campaign_comments c
           WHERE c.campaign_id = $1 AND ($2::uuid IS NULL OR c.about_id = $2) AND ($3::timestamptz IS NULL OR (c.at, c.id) < ($3, $4))
           ORDER BY c.at DESC, c.id DESC LIMIT $5"#,
        campaign.0,
        about,
        page.after(0).and_then(|at| at.parse::<DateTime<Utc>>().ok()),
        page.after(1).and_then(|id| Uuid::parse_str(id).ok()),
        page.limit(),
    )
    .fetch_all(db)
    .await?;
    let total = rows.first().map_or(0, |row| row.total);
    let found: Vec<Comment> = rows.into_iter().map(Comment::from).collect();
    Ok(page.close(found, total, |c: &Comment| vec![c.at.to_rfc3339(), c.id.0.to_string()]))
}

/// How much was said of each of some things.
pub async fn counts(db: impl PgExecutor<'_>, things: &[Uuid]) -> Result<Vec<(Uuid, i64)>> {
    let rows = sqlx::query!(
        r#"SELECT about_id, count(*) AS "count!" FROM campaign_comments WHERE about_id = ANY($1) AND removed_at IS NULL GROUP BY about_id"#,
        things,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(|row| (row.about_id, row.count)).collect())
}

async fn find(tx: &mut Tx<'_>, id: CampaignCommentId) -> Result<Option<Comment>> {
    let row = sqlx::query_as!(
        Row,
        r#"SELECT id, campaign_id, about_id, body, mentions, person_id, organisation_id, at, removed_at IS NOT NULL AS "removed!",
                  1::bigint AS "total!"
           FROM campaign_comments WHERE id = $1"#,
        id.0,
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(row.map(Comment::from))
}

async fn insert(tx: &mut Tx<'_>, comment: &Comment) -> Result<()> {
    let mentions: Vec<Uuid> = comment.mentions.iter().map(|p| p.0).collect();
    sqlx::query!(
        "INSERT INTO campaign_comments (id, campaign_id, about_id, body, mentions, person_id, organisation_id, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        comment.id.0,
        comment.campaign.0,
        comment.about,
        comment.body,
        &mentions,
        comment.by.0,
        comment.on_behalf_of.map(|o| o.0),
        comment.at,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

async fn addresses(tx: &mut Tx<'_>, people: &[PersonId]) -> Result<Vec<(PersonId, String, String)>> {
    let ids: Vec<Uuid> = people.iter().map(|p| p.0).collect();
    let rows = sqlx::query!(
        "SELECT p.id, p.email, p.language FROM people p JOIN accounts a ON a.person_id = p.id AND a.state = 'active'
         WHERE p.id = ANY($1) AND p.email <> '' ORDER BY p.id",
        &ids,
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(rows.into_iter().map(|row| (PersonId(row.id), row.email, row.language)).collect())
}
