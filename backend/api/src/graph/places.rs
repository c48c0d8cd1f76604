//! The gazetteer.

use async_graphql::{Context, Enum, ID, Object, Result, Value, parser::types::Field, resolver_utils::enum_value};
use sala_domain::{places, text::like_pattern};
use sala_kernel::PlaceCode;

use super::{
    context::Ctx as _,
    error::shape,
    loaders::broken,
    page::{PlaceConnection, request},
    rows::{Plain, leaf},
    scalars::{Text, maybe_id, text},
};

/// What kind of unit a place is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "places::PlaceKind")]
pub enum PlaceKind {
    /// ខេត្ត
    Province,
    /// រាជធានី
    Capital,
    /// ស្រុក
    District,
    /// ក្រុង
    Municipality,
    /// ខណ្ឌ
    Khan,
    /// ឃុំ
    Commune,
    /// សង្កាត់
    Sangkat,
    /// ភូមិ
    Village,
}

/// A unit of the official gazetteer.
#[derive(Debug)]
pub struct Place(places::Place);

impl Plain for Place {
    fn plain(&self, field: &Field) -> Option<Value> {
        match field.name.node.as_str() {
            "id" => leaf(self.0.code.to_string()),
            "code" => leaf(self.0.code.0.as_str()),
            "kind" => Some(enum_value(PlaceKind::from(self.0.kind))),
            "name" => text(&self.0.name, field),
            _ => None,
        }
    }
}

impl From<places::Place> for Place {
    fn from(place: places::Place) -> Self {
        Self(place)
    }
}

/// A unit of the official gazetteer.
#[Object]
impl Place {
    /// Its id.
    pub async fn id(&self) -> ID {
        self.0.code.to_string().into()
    }

    /// NCDD code: 2 digits for a province, 4 for a district, 6 for a commune, 8 for a village.
    async fn code(&self) -> &str {
        &self.0.code.0
    }

    /// What kind of unit.
    async fn kind(&self) -> PlaceKind {
        self.0.kind.into()
    }

    /// Its name.
    async fn name(&self) -> Text {
        self.0.name.clone().into()
    }

    /// The unit it lies in; none for a province.
    async fn parent(&self, ctx: &Context<'_>) -> Result<Option<Self>> {
        match &self.0.parent {
            Some(code) => Ok(ctx.loaders().load_one(code.clone()).await.map_err(broken)?.map(Self)),
            None => Ok(None),
        }
    }

    /// The province it lies in, or is.
    async fn province(&self, ctx: &Context<'_>) -> Result<Option<Self>> {
        let code = PlaceCode(self.0.code.province().to_owned());
        Ok(ctx.loaders().load_one(code).await.map_err(broken)?.map(Self))
    }
}

/// Reading the gazetteer.
#[derive(Debug, Default)]
pub struct PlaceQuery;

#[Object]
impl PlaceQuery {
    /// The places inside another, or the provinces; or, with `search`, those whose name contains it in either script.
    #[graphql(complexity = "first.unwrap_or(20).max(1) as usize * child_complexity + 1")]
    async fn places(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The unit to look inside; left out, the provinces.")] parent: Option<ID>,
        #[graphql(desc = "Part of a name, English or Khmer; looks everywhere.")] search: Option<String>,
        #[graphql(desc = "How many, 1 to 100; 20 when left out.")] first: Option<i32>,
        #[graphql(desc = "The cursor after which to go on.")] after: Option<String>,
    ) -> Result<PlaceConnection> {
        let parent: Option<PlaceCode> = maybe_id(parent.as_ref())?;
        let page = request(first, after.as_deref())?;
        let pattern = search.as_deref().filter(|s| !s.trim().is_empty()).map(like_pattern);
        let rows = places::store::list(
            &ctx.services().pool,
            parent.as_ref(),
            pattern.as_deref(),
            &page,
            ctx.services().env.now().date_naive(),
        )
        .await
        .map_err(shape)?;
        let total = rows.first().map_or(0, |(total, _)| *total);
        let rows = rows.into_iter().map(|(_, place)| place).collect();
        Ok(PlaceConnection::of(page.close(rows, total, |p: &places::Place| vec![p.code.0.clone()])))
    }
}
