//! How two on a map stand to each other.

use async_graphql::{Context, ID, Object, Result, Value, parser::types::Field};
use chrono::NaiveDate;
use sala_domain::stakeholders;

use super::kinds::LinkKind;
use super::people;
use crate::graph::{
    networks::Sensitivity,
    people::Person,
    rows::{Plain, leaf},
};

/// A relation.
#[derive(Debug)]
pub struct StakeholderLink(stakeholders::Link);

impl From<stakeholders::Link> for StakeholderLink {
    fn from(link: stakeholders::Link) -> Self {
        Self(link)
    }
}

impl Plain for StakeholderLink {
    fn plain(&self, field: &Field) -> Option<Value> {
        let l = &self.0;
        match field.name.node.as_str() {
            "id" => leaf(l.id.to_string()),
            "from" => leaf(l.from.to_string()),
            "to" => leaf(l.to.to_string()),
            "kind" => Some(async_graphql::resolver_utils::enum_value(LinkKind::from(l.kind))),
            "directed" => leaf(l.directed),
            "strength" => leaf(i32::from(l.strength)),
            "basis" => leaf(l.basis.as_str()),
            "since" => Some(l.since.map_or(Value::Null, |d| d.to_string().into())),
            "until" => Some(l.until.map_or(Value::Null, |d| d.to_string().into())),
            "sensitivity" => Some(async_graphql::resolver_utils::enum_value(Sensitivity::from(l.level))),
            "version" => leaf(l.version),
            _ => None,
        }
    }
}

/// How two on a map stand to each other.
#[Object]
impl StakeholderLink {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// From whom.
    async fn from(&self) -> ID {
        self.0.from.to_string().into()
    }

    /// To whom.
    async fn to(&self) -> ID {
        self.0.to.to_string().into()
    }

    /// How.
    async fn kind(&self) -> LinkKind {
        self.0.kind.into()
    }

    /// One way.
    async fn directed(&self) -> bool {
        self.0.directed
    }

    /// How strongly, 1 to 3.
    async fn strength(&self) -> i16 {
        self.0.strength
    }

    /// By what one knows.
    async fn basis(&self) -> &str {
        &self.0.basis
    }

    /// From when.
    async fn since(&self) -> Option<NaiveDate> {
        self.0.since
    }

    /// Until when.
    async fn until(&self) -> Option<NaiveDate> {
        self.0.until
    }

    /// How narrowly it is known.
    async fn sensitivity(&self) -> Sensitivity {
        self.0.level.into()
    }

    /// Who beside its author may know it where it is confidential.
    #[graphql(complexity = "2 * child_complexity")]
    async fn named(&self, ctx: &Context<'_>) -> Result<Vec<Person>> {
        people(ctx, &self.0.named).await
    }

    /// Counts its changes; pass it back when changing it.
    async fn version(&self) -> i32 {
        self.0.version
    }
}
