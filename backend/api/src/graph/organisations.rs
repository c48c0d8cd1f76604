//! Organisations.

mod changes;

pub use changes::OrganisationMutation;

use async_graphql::{
    Context, Enum, ID, Object, Result, SimpleObject, Value, parser::types::Field, resolver_utils::enum_value,
};
use sala_domain::{
    access::{Action, Reach},
    organisations,
    people::{self, store::Among},
};
use sala_kernel::{OrganisationId, PlaceCode};

use super::{
    context::Ctx as _,
    error::shape,
    loaders::{FactsOf, KindOf, LogoOf, MembershipsOf, PeopleOf, PlacesOf, ThemesOf, broken},
    memberships::Membership,
    networks::Sensitivity,
    page::{PersonConnection, request},
    places::Place,
    prefetch::Ahead,
    rows::{Plain, leaf},
    scalars::{Text, text},
    terms::Term,
};

/// How an organisation stands with the authorities.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "organisations::Registration")]
pub enum Registration {
    /// Registered with the Ministry of Interior.
    RegisteredMoi,
    /// Memorandum with the Ministry of Foreign Affairs.
    MouMofaic,
    /// Cooperative, union, community entity.
    RegisteredOther,
    /// Not registered: hidden unless it asks otherwise.
    Unregistered,
    /// Registration applied for.
    InProcess,
}

/// How many paid staff.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "organisations::StaffBand")]
pub enum StaffBand {
    /// Volunteers only.
    None,
    /// 1 to 5.
    To5,
    /// 6 to 20.
    To20,
    /// 21 to 50.
    To50,
    /// 51 and more.
    Over50,
}

/// How an organisation is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "organisations::Channel")]
pub enum Channel {
    /// By e-mail.
    Email,
    /// By telephone.
    Phone,
    /// On Telegram.
    Telegram,
    /// On Messenger.
    Messenger,
    /// By letter.
    Post,
}

/// Whether others may put an organisation's logo under a joint text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "organisations::LogoUse")]
pub enum LogoUse {
    /// Without asking.
    Always,
    /// After asking, each time.
    AskEachTime,
    /// Not at all.
    Never,
}

/// A logo: a PNG drawn from what the organisation sent.
#[derive(Debug, SimpleObject)]
pub struct Logo {
    /// Where to fetch it, with your own session: the path on this hub. Send a new picture there by `PUT`, as PNG,
    /// JPEG or WebP of at most 1 MB.
    url: String,
    /// In pixels.
    width: i32,
    /// In pixels.
    height: i32,
}

/// An organisation: one record, in however many networks.
#[derive(Debug)]
pub struct Organisation(organisations::Organisation);

impl From<organisations::Organisation> for Organisation {
    fn from(organisation: organisations::Organisation) -> Self {
        Self(organisation)
    }
}

impl Plain for Organisation {
    fn plain(&self, field: &Field) -> Option<Value> {
        let organisation = &self.0;
        match field.name.node.as_str() {
            "id" => leaf(organisation.id.to_string()),
            "name" => text(&organisation.name, field),
            "acronym" => leaf(organisation.acronym.as_str()),
            "yearFounded" => leaf(organisation.year_founded.map_or(Value::Null, Value::from)),
            "registration" => Some(enum_value(Registration::from(organisation.registration))),
            "website" => leaf(organisation.website.as_str()),
            "email" => leaf(organisation.email.as_str()),
            "phone" => leaf(organisation.phone.as_str()),
            "description" => text(&organisation.description, field),
            "listing" => Some(enum_value(Sensitivity::from(organisation.listing))),
            "version" => leaf(organisation.version),
            _ => None,
        }
    }
}

/// What you may do with an organisation.
#[derive(Debug, SimpleObject)]
pub struct OrganisationViewerCan {
    /// Change its profile.
    edit: bool,
    /// Decide how widely it is known.
    set_listing: bool,
    /// Add people to it and invite them.
    add_person: bool,
}

/// An organisation: one record, in however many networks.
#[Object]
impl Organisation {
    /// Its id.
    pub async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// Its legal name.
    async fn name(&self) -> Text {
        self.0.name.clone().into()
    }

    /// Its acronym.
    async fn acronym(&self) -> &str {
        &self.0.acronym
    }

    /// Its type.
    async fn kind(&self, ctx: &Context<'_>) -> Result<Option<Term>> {
        Ok(ctx.loaders().load_one(KindOf(self.0.kind.clone())).await.map_err(broken)?.map(Into::into))
    }

    /// Year of its founding.
    async fn year_founded(&self) -> Option<i32> {
        self.0.year_founded
    }

    /// How it stands with the authorities.
    async fn registration(&self) -> Registration {
        self.0.registration.into()
    }

    /// Where its headquarters are.
    async fn hq(&self, ctx: &Context<'_>) -> Result<Option<Place>> {
        match &self.0.hq {
            Some(code) => Ok(ctx.loaders().load_one(code.clone()).await.map_err(broken)?.map(Into::into)),
            None => Ok(None),
        }
    }

    /// The province of its headquarters.
    async fn province(&self, ctx: &Context<'_>) -> Result<Option<Place>> {
        match &self.0.hq {
            Some(code) => {
                let province = PlaceCode(code.province().to_owned());
                Ok(ctx.loaders().load_one(province).await.map_err(broken)?.map(Into::into))
            }
            None => Ok(None),
        }
    }

    /// Its website.
    async fn website(&self) -> &str {
        &self.0.website
    }

    /// Its address for mail.
    async fn email(&self) -> &str {
        &self.0.email
    }

    /// Its telephone.
    async fn phone(&self) -> &str {
        &self.0.phone
    }

    /// Its name or number on Telegram.
    async fn telegram(&self) -> &str {
        &self.0.telegram
    }

    /// Its name on Messenger.
    async fn messenger(&self) -> &str {
        &self.0.messenger
    }

    /// Where letters go.
    async fn postal_address(&self) -> &str {
        &self.0.postal_address
    }

    /// How it likes to be reached; null when it has not said.
    async fn preferred_channel(&self) -> Option<Channel> {
        self.0.preferred_channel.map(Into::into)
    }

    /// Its number with the authorities.
    async fn registration_number(&self) -> &str {
        &self.0.registration_number
    }

    /// How many paid staff; null when it has not said.
    async fn staff(&self) -> Option<StaffBand> {
        self.0.staff.map(Into::into)
    }

    /// Led by women; null when it has not said.
    async fn women_led(&self) -> Option<bool> {
        self.0.women_led
    }

    /// Led by youth; null when it has not said.
    async fn youth_led(&self) -> Option<bool> {
        self.0.youth_led
    }

    /// An organisation of persons with disabilities; null when it has not said.
    async fn opd(&self) -> Option<bool> {
        self.0.opd
    }

    /// Led by indigenous people; null when it has not said.
    async fn indigenous_led(&self) -> Option<bool> {
        self.0.indigenous_led
    }

    /// Its logo; null while it has none.
    async fn logo(&self, ctx: &Context<'_>) -> Result<Option<Logo>> {
        let logo = ctx.loaders().load_one(LogoOf(self.0.id)).await.map_err(broken)?;
        Ok(logo.map(|logo| Logo {
            url: format!("/files/{}/logo?v={}", self.0.id, logo.hash.get(..16).unwrap_or_default()),
            width: logo.width,
            height: logo.height,
        }))
    }

    /// Whether others may put its logo under a joint text.
    async fn logo_use(&self) -> LogoUse {
        self.0.logo_use.into()
    }

    /// What it does.
    async fn description(&self) -> Text {
        self.0.description.clone().into()
    }

    /// How widely it is known.
    async fn listing(&self) -> Sensitivity {
        self.0.listing.into()
    }

    /// Its fiscal or legal host, through which a hidden group is contacted.
    async fn host(&self, ctx: &Context<'_>) -> Result<Option<Self>> {
        match self.0.host {
            Some(host) => Ok(ctx.loaders().load_one(host).await.map_err(broken)?.map(Self)),
            None => Ok(None),
        }
    }

    /// Its themes, in the order of the list.
    async fn themes(&self, ctx: &Context<'_>) -> Result<Vec<Term>> {
        let ids = ctx.loaders().load_one(ThemesOf(self.0.id)).await.map_err(broken)?.unwrap_or_default();
        let mut terms = ctx.loaders().load_many(ids.iter().copied()).await.map_err(broken)?;
        Ok(ids.iter().filter_map(|id| terms.remove(id)).map(Into::into).collect())
    }

    /// Where it works.
    async fn works_in(&self, ctx: &Context<'_>) -> Result<Vec<Place>> {
        let codes = ctx.loaders().load_one(PlacesOf(self.0.id)).await.map_err(broken)?.unwrap_or_default();
        let mut places = ctx.loaders().load_many(codes.iter().cloned()).await.map_err(broken)?;
        Ok(codes.iter().filter_map(|code| places.remove(code)).map(Into::into).collect())
    }

    /// The networks it is in, as far as you may see them.
    async fn memberships(&self, ctx: &Context<'_>) -> Result<Vec<Membership>> {
        let list = ctx.loaders().load_one(MembershipsOf(self.0.id)).await.map_err(broken)?.unwrap_or_default();
        Ok(list.into_iter().map(Into::into).collect())
    }

    /// Its people whom you may see, by Latin name.
    #[graphql(complexity = "first.unwrap_or(20).max(1) as usize * child_complexity + 1")]
    async fn people(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when left out.")] first: Option<i32>,
        #[graphql(desc = "The cursor after which to go on.")] after: Option<String>,
    ) -> Result<PersonConnection> {
        let page = request(first, after.as_deref())?;
        let count = ctx.look_ahead().field("totalCount").exists();
        let people = if let Some(first) = page.first_only().filter(|_| !count) {
            let key = PeopleOf { organisation: self.0.id, first };
            let people = ctx.loaders().load_one(key).await.map_err(broken)?.unwrap_or_default();
            if ctx.data_unchecked::<Ahead>().has(key) {
                return Ok(PersonConnection::of(people));
            }
            people
        } else {
            let among = Among::Organisation(self.0.id);
            people::store::visible(&ctx.services().pool, ctx.actor(), among, None, &page, count).await.map_err(shape)?
        };
        super::prefetch::people(ctx, &people, &ctx.look_ahead()).await?;
        Ok(PersonConnection::of(people))
    }

    /// Counts its changes; pass it back when changing it.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// What you may do with it.
    async fn viewer_can(&self, ctx: &Context<'_>) -> Result<OrganisationViewerCan> {
        let loaded = ctx.loaders().load_one(FactsOf(self.0.id)).await.map_err(broken)?;
        let facts = match loaded {
            Some(facts) => facts,
            // In no network: only its own people and its host are near it.
            None => organisations::store::facts(&ctx.services().pool, &self.0).await.map_err(shape)?,
        };
        let may = |action| Reach::of(ctx.actor(), action).covers(&facts);
        Ok(OrganisationViewerCan {
            edit: may(Action::EditOrganisation),
            set_listing: may(Action::SetListing),
            add_person: may(Action::AddPerson),
        })
    }
}

/// Reading organisations.
#[derive(Debug, Default)]
pub struct OrganisationQuery;

#[Object]
impl OrganisationQuery {
    /// An organisation by its id; null for what does not exist, or not for you.
    async fn organisation(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its id.")] id: ID,
    ) -> Result<Option<Organisation>> {
        let Ok(id) = id.parse::<OrganisationId>() else { return Ok(None) };
        Ok(ctx.loaders().load_one(id).await.map_err(broken)?.map(Organisation))
    }
}
