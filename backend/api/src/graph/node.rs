//! Things that can be looked up by their id alone.

use async_graphql::{Context, ID, Interface, Object, Result};
use sala_domain::mails;

use super::{
    campaigns::Campaign,
    context::Ctx as _,
    decisions::Decision,
    error::shape,
    evidence::Document,
    groups::{Group, Meeting},
    loaders::broken,
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
    /// A mail of this hub, for whoever runs it.
    Mail(Mail),
}

/// Finds anything by its id; `None` for what is not there or not for this actor.
pub async fn find(ctx: &Context<'_>, id: &str) -> Result<Option<Node>> {
    let loaders = ctx.loaders();
    let Some((kind, _)) = id.split_once(':') else { return Ok(None) };
    Ok(match kind {
        "network" => match id.parse() {
            Ok(key) => {
                loaders.load_one::<sala_kernel::NetworkId>(key).await.map_err(broken)?.map(|n| Node::Network(n.into()))
            }
            Err(_) => None,
        },
        "organisation" => match id.parse() {
            Ok(key) => loaders
                .load_one::<sala_kernel::OrganisationId>(key)
                .await
                .map_err(broken)?
                .map(|o| Node::Organisation(o.into())),
            Err(_) => None,
        },
        "person" => match id.parse() {
            Ok(key) => {
                loaders.load_one::<sala_kernel::PersonId>(key).await.map_err(broken)?.map(|p| Node::Person(p.into()))
            }
            Err(_) => None,
        },
        "term" => match id.parse() {
            Ok(key) => {
                loaders.load_one::<sala_kernel::TermId>(key).await.map_err(broken)?.map(|t| Node::Term(t.into()))
            }
            Err(_) => None,
        },
        "place" => match id.parse() {
            Ok(key) => {
                loaders.load_one::<sala_kernel::PlaceCode>(key).await.map_err(broken)?.map(|p| Node::Place(p.into()))
            }
            Err(_) => None,
        },
        "membership" => match id.parse() {
            Ok(key) => super::memberships::find(ctx, key).await?.map(Node::Membership),
            Err(_) => None,
        },
        "decision" => match id.parse() {
            Ok(key) => loaders
                .load_one::<sala_kernel::DecisionId>(key)
                .await
                .map_err(broken)?
                .map(|d| Node::Decision(d.into())),
            Err(_) => None,
        },
        "group" => match id.parse() {
            Ok(key) => {
                loaders.load_one::<sala_kernel::GroupId>(key).await.map_err(broken)?.map(|g| Node::Group(g.into()))
            }
            Err(_) => None,
        },
        "meeting" => match id.parse() {
            Ok(key) => {
                loaders.load_one::<sala_kernel::MeetingId>(key).await.map_err(broken)?.map(|m| Node::Meeting(m.into()))
            }
            Err(_) => None,
        },
        "document" => match id.parse() {
            Ok(key) => loaders
                .load_one::<sala_kernel::DocumentId>(key)
                .await
                .map_err(broken)?
                .map(|d| Node::Document(d.into())),
            Err(_) => None,
        },
        "paper" => match id.parse() {
            Ok(key) => {
                loaders.load_one::<sala_kernel::PaperId>(key).await.map_err(broken)?.map(|p| Node::Paper(p.into()))
            }
            Err(_) => None,
        },
        "campaign" => match id.parse() {
            Ok(key) => loaders
                .load_one::<sala_kernel::CampaignId>(key)
                .await
                .map_err(broken)?
                .map(|c| Node::Campaign(c.into())),
            Err(_) => None,
        },
        "map" => match id.parse::<sala_kernel::MapId>() {
            Ok(key) => super::stakeholders::find(ctx, sala_kernel::CampaignId(key.0)).await?.map(Node::StakeholderMap),
            Err(_) => None,
        },
        "mail" => match id.parse() {
            Ok(key) => mails::store::view(&ctx.services().pool, ctx.actor(), key)
                .await
                .map_err(shape)?
                .map(|m| Node::Mail(m.into())),
            Err(_) => None,
        },
        _ => None,
    })
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
