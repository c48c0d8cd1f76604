//! Things that can be looked up by their id alone.

use std::{hash::Hash, str::FromStr, sync::Arc};

use async_graphql::{Context, ID, Interface, Object, Result, dataloader::Loader};
use sala_domain::{commitments, dialogues, mails};
use sala_kernel::{
    CampaignId, DecisionId, DocumentId, GroupId, MapId, MeetingId, NetworkId, OrganisationId, PaperId, PersonId,
    PlaceCode, TermId,
};

use super::{
    campaigns::Campaign,
    commitments::Commitment,
    context::Ctx as _,
    decisions::Decision,
    dialogues::Dialogue,
    error::shape,
    evidence::Document,
    groups::{Group, Meeting},
    loaders::{Loaders, broken},
    memberships::Membership,
    networks::Network,
    organisations::Organisation,
    papers::Paper,
    people::Person,
    places::Place,
    stakeholders::StakeholderMap,
    terms::Term,
    viewer::Mail,
};

/// Anything with an id of its own.
#[derive(Debug, Interface)]
#[graphql(field(name = "id", ty = "ID", desc = "Its id: the kind, a colon, and what follows."))]
pub enum Node {
    /// A network.
    Network(Network),
    /// An organisation.
    Organisation(Organisation),
    /// An organisation's place in a network.
    Membership(Membership),
    /// A person.
    Person(Person),
    /// A place.
    Place(Place),
    /// An entry of a list.
    Term(Term),
    /// A question put to organisations.
    Decision(Decision),
    /// A working group.
    Group(Group),
    /// A meeting of a working group.
    Meeting(Meeting),
    /// A document of the evidence library.
    Document(Document),
    /// A paper that organisations write together.
    Paper(Paper),
    /// What organisations do together to change something.
    Campaign(Campaign),
    /// A campaign's map of stakeholders.
    StakeholderMap(StakeholderMap),
    /// What somebody has promised.
    Commitment(Commitment),
    /// A dialogue with several groups.
    Dialogue(Dialogue),
    /// A mail of this hub, for whoever runs it.
    Mail(Mail),
}

/// What a loader knows of an id.
async fn loaded<K>(
    ctx: &Context<'_>,
    id: &str,
    node: impl FnOnce(<Loaders as Loader<K>>::Value) -> Node,
) -> Result<Option<Node>>
where
    K: FromStr + Clone + Eq + Hash + Send + Sync + 'static,
    Loaders: Loader<K, Error = Arc<sala_kernel::Error>>,
{
    let Ok(key) = id.parse::<K>() else { return Ok(None) };
    Ok(ctx.loaders().load_one(key).await.map_err(broken)?.map(node))
}

/// Finds anything by its id; `None` for what is not there or not for this actor.
pub async fn find(ctx: &Context<'_>, id: &str) -> Result<Option<Node>> {
    let Some((kind, _)) = id.split_once(':') else { return Ok(None) };
    let services = ctx.services();
    match kind {
        "network" => loaded::<NetworkId>(ctx, id, |n| Node::Network(n.into())).await,
        "organisation" => loaded::<OrganisationId>(ctx, id, |o| Node::Organisation(o.into())).await,
        "person" => loaded::<PersonId>(ctx, id, |p| Node::Person(p.into())).await,
        "term" => loaded::<TermId>(ctx, id, |t| Node::Term(t.into())).await,
        "place" => loaded::<PlaceCode>(ctx, id, |p| Node::Place(p.into())).await,
        "decision" => loaded::<DecisionId>(ctx, id, |d| Node::Decision(d.into())).await,
        "group" => loaded::<GroupId>(ctx, id, |g| Node::Group(g.into())).await,
        "meeting" => loaded::<MeetingId>(ctx, id, |m| Node::Meeting(m.into())).await,
        "document" => loaded::<DocumentId>(ctx, id, |d| Node::Document(d.into())).await,
        "paper" => loaded::<PaperId>(ctx, id, |p| Node::Paper(p.into())).await,
        "campaign" => loaded::<CampaignId>(ctx, id, |c| Node::Campaign(c.into())).await,
        "membership" => {
            let Ok(key) = id.parse() else { return Ok(None) };
            Ok(super::memberships::find(ctx, key).await?.map(Node::Membership))
        }
        "map" => {
            let Ok(key) = id.parse::<MapId>() else { return Ok(None) };
            Ok(super::stakeholders::find(ctx, CampaignId(key.0)).await?.map(Node::StakeholderMap))
        }
        "commitment" => {
            let Ok(key) = id.parse() else { return Ok(None) };
            let found = commitments::store::visible(&services.pool, ctx.actor(), key).await.map_err(shape)?;
            Ok(found.map(|k| Node::Commitment(k.into())))
        }
        "dialogue" => {
            let Ok(key) = id.parse() else { return Ok(None) };
            let found = dialogues::store::visible(&services.pool, ctx.actor(), key).await.map_err(shape)?;
            Ok(found.map(|d| Node::Dialogue(d.into())))
        }
        "mail" => {
            let Ok(key) = id.parse() else { return Ok(None) };
            let found = mails::store::view(&services.pool, ctx.actor(), key).await.map_err(shape)?;
            Ok(found.map(|m| Node::Mail(m.into())))
        }
        _ => Ok(None),
    }
}

/// Look-ups by id.
#[derive(Debug, Default)]
pub struct NodeQuery;

#[Object]
impl NodeQuery {
    /// Anything by its id; null for what does not exist, or not for you.
    async fn node(&self, ctx: &Context<'_>, #[graphql(desc = "The id.")] id: ID) -> Result<Option<Node>> {
        find(ctx, &id).await
    }

    /// Several things by their ids, in the order asked, null where there is nothing for you.
    #[graphql(complexity = "ids.len() * child_complexity")]
    async fn nodes(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "At most 100 ids.", validator(max_items = 100))] ids: Vec<ID>,
    ) -> Result<Vec<Option<Node>>> {
        futures_util::future::try_join_all(ids.iter().map(|id| find(ctx, id))).await
    }
}
