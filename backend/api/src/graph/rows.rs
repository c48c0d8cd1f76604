//! Lists of plain rows, written without a future for every field.
//!
//! The executor gives each field of each row a boxed future; for a thousand rows
//! that hold nothing but values, that is most of the work of a query. [`Rows`]
//! is a list like any other in the schema, [`Row`] one thing of it. Their plain
//! values are written directly, also those that a fragment on their very type
//! asks for; only what is to be loaded, or has arguments, goes the ordinary way,
//! side by side. A directive, a fragment on another type, or a thing asked for
//! in two places takes the whole row there. Both ways give the same answer:
//! builds for development compare them, so that every test does.

use std::{borrow::Cow, collections::HashMap};

use async_graphql::{
    ContextSelectionSet, Name, ObjectType, OutputType, Positioned, ServerResult, Value,
    indexmap::IndexMap,
    parser::types::{Field, FragmentDefinition, Selection, SelectionSet, TypeCondition},
    registry::Registry,
    resolver_utils::resolve_list,
};
use futures_util::{StreamExt as _, stream::FuturesUnordered};

/// A row some of whose fields are plain values.
pub trait Plain: ObjectType {
    /// The value of a field; none for what is not plain.
    fn plain(&self, field: &Field) -> Option<Value>;
}

/// A list of such rows.
#[derive(Debug)]
pub struct Rows<T>(pub Vec<T>);

/// One such row, where a field or an edge holds it.
#[derive(Debug)]
pub struct Row<T>(pub T);

impl<T: Plain> OutputType for Rows<T> {
    fn type_name() -> Cow<'static, str> {
        Cow::Owned(format!("[{}]", T::qualified_type_name()))
    }

    fn qualified_type_name() -> String {
        format!("[{}]!", T::qualified_type_name())
    }

    fn create_type_info(registry: &mut Registry) -> String {
        T::create_type_info(registry);
        Self::qualified_type_name()
    }

    async fn resolve(&self, ctx: &ContextSelectionSet<'_>, field: &Positioned<Field>) -> ServerResult<Value> {
        let type_name = T::type_name();
        let rows: Option<Vec<Value>> = Asked::of(ctx, &type_name).and_then(|asked| {
            self.0.iter().map(|row| asked.write(&type_name, |field| row.plain(field)).whole()).collect()
        });
        let Some(rows) = rows else {
            return resolve_list(ctx, field, self.0.iter().map(RowOf), Some(self.0.len())).await;
        };
        let rows = Value::List(rows);
        if cfg!(debug_assertions) {
            assert_eq!(rows, resolve_list(ctx, field, &self.0, Some(self.0.len())).await?, "{type_name}");
        }
        Ok(rows)
    }
}

impl<T: Plain> OutputType for Row<T> {
    fn type_name() -> Cow<'static, str> {
        T::type_name()
    }

    fn create_type_info(registry: &mut Registry) -> String {
        T::create_type_info(registry)
    }

    async fn resolve(&self, ctx: &ContextSelectionSet<'_>, field: &Positioned<Field>) -> ServerResult<Value> {
        RowOf(&self.0).resolve(ctx, field).await
    }
}

/// A row where it stands.
struct RowOf<'r, T>(&'r T);

impl<T: Plain> OutputType for RowOf<'_, T> {
    fn type_name() -> Cow<'static, str> {
        T::type_name()
    }

    fn create_type_info(registry: &mut Registry) -> String {
        T::create_type_info(registry)
    }

    async fn resolve(&self, ctx: &ContextSelectionSet<'_>, field: &Positioned<Field>) -> ServerResult<Value> {
        let type_name = T::type_name();
        let Some(asked) = Asked::of(ctx, &type_name) else { return self.0.resolve(ctx, field).await };
        let Written { mut values, rest } = asked.write(&type_name, |field| self.0.plain(field));
        if cfg!(debug_assertions) {
            for field in asked.0.iter().filter(|f| !rest.iter().any(|r| std::ptr::eq(*r, **f))) {
                if field.node.name.node != "__typename" {
                    let ordinary = self.0.resolve_field(&ctx.with_field(field)).await?.unwrap_or_default();
                    assert_eq!(values.get(&field.node.response_key().node), Some(&ordinary), "{type_name}");
                }
            }
        }
        let mut loaded: FuturesUnordered<_> = rest
            .into_iter()
            .map(|field| async move { (field, self.0.resolve_field(&ctx.with_field(field)).await) })
            .collect();
        while let Some((field, found)) = loaded.next().await {
            match found {
                Ok(value) => {
                    values.insert(field.node.response_key().node.clone(), value.unwrap_or_default());
                }
                Err(error) => ctx.add_error(error),
            }
        }
        Ok(Value::Object(values))
    }
}

impl<T> From<T> for Row<T> {
    fn from(row: T) -> Self {
        Self(row)
    }
}

type Fragments = HashMap<Name, Positioned<FragmentDefinition>>;

/// What is asked of a type, its fragments opened: each thing once, in the order in which it is asked for.
struct Asked<'s>(Vec<&'s Positioned<Field>>);

/// What is written of a row.
struct Written<'s> {
    /// Its plain values; the places of the others are kept.
    values: IndexMap<Name, Value>,
    /// What is to be loaded.
    rest: Vec<&'s Positioned<Field>>,
}

impl<'s> Asked<'s> {
    fn of(ctx: &ContextSelectionSet<'s>, type_name: &str) -> Option<Self> {
        Self::by(&ctx.item.node, type_name, Some(&ctx.query_env.fragments))
    }

    /// None where only the ordinary way knows what is meant.
    fn by(set: &'s SelectionSet, type_name: &str, fragments: Option<&'s Fragments>) -> Option<Self> {
        let mut asked = Self(Vec::with_capacity(set.items.len()));
        asked.open(set, type_name, fragments)?;
        Some(asked)
    }

    fn open(&mut self, set: &'s SelectionSet, type_name: &str, fragments: Option<&'s Fragments>) -> Option<()> {
        let same = |on: &TypeCondition| on.on.node == type_name;
        for item in &set.items {
            match &item.node {
                Selection::Field(field) if field.node.directives.is_empty() => self.ask(field)?,
                Selection::FragmentSpread(spread) if spread.node.directives.is_empty() => {
                    let fragment = &fragments?.get(&spread.node.fragment_name.node)?.node;
                    if !fragment.directives.is_empty() || !same(&fragment.type_condition.node) {
                        return None;
                    }
                    self.open(&fragment.selection_set.node, type_name, fragments)?;
                }
                Selection::InlineFragment(inline)
                    if inline.node.directives.is_empty()
                        && inline.node.type_condition.as_ref().is_none_or(|on| same(&on.node)) =>
                {
                    self.open(&inline.node.selection_set.node, type_name, fragments)?;
                }
                _ => return None,
            }
        }
        Some(())
    }

    /// The same leaf twice is one; what has fields of its own would have to be merged.
    fn ask(&mut self, field: &'s Positioned<Field>) -> Option<()> {
        let key = &field.node.response_key().node;
        match self.0.iter().find(|known| known.node.response_key().node == *key) {
            None => self.0.push(field),
            Some(_) if field.node.selection_set.node.items.is_empty() => {}
            Some(_) => return None,
        }
        Some(())
    }

    fn write(&self, type_name: &str, value: impl Fn(&Field) -> Option<Value>) -> Written<'s> {
        let mut written = Written { values: IndexMap::with_capacity(self.0.len()), rest: Vec::new() };
        for &positioned in &self.0 {
            let field = &positioned.node;
            let found = match field.name.node.as_str() {
                "__typename" => Some(Value::from(type_name)),
                _ if field.arguments.is_empty() => value(field),
                _ => None,
            };
            if found.is_none() {
                written.rest.push(positioned);
            }
            written.values.insert(field.response_key().node.clone(), found.unwrap_or_default());
        }
        written
    }
}

impl Written<'_> {
    fn whole(self) -> Option<Value> {
        self.rest.is_empty().then_some(Value::Object(self.values))
    }
}

/// An object out of its selection, if all of it is plain.
pub fn object(set: &SelectionSet, type_name: &str, value: impl Fn(&Field) -> Option<Value>) -> Option<Value> {
    Asked::by(set, type_name, None)?.write(type_name, value).whole()
}

/// A leaf: a value that has no fields of its own.
#[expect(clippy::unnecessary_wraps, reason = "the arms beside it may have no value")]
pub fn leaf(value: impl Into<Value>) -> Option<Value> {
    Some(value.into())
}
