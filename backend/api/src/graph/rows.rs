//! Lists of plain rows, written without a future for every field.
//!
//! The executor gives each field of each row a boxed future; for a thousand rows
//! that hold nothing but values, that is most of the work of a query. [`Rows`]
//! is a list like any other in the schema. Where a query asks its rows for plain
//! values only, they are written directly; as soon as it asks for anything else
//! (something to be loaded, an argument, a fragment, a directive), the ordinary
//! way is taken. Both give the same answer; a test compares them.

use std::borrow::Cow;

use async_graphql::{
    ContextSelectionSet, Name, ObjectType, OutputType, Positioned, ServerResult, Value,
    indexmap::IndexMap,
    parser::types::{Field, Selection, SelectionSet},
    registry::Registry,
    resolver_utils::resolve_list,
};

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
        let rows: Option<Vec<Value>> =
            self.0.iter().map(|row| object(&ctx.item.node, &T::type_name(), |field| row.plain(field))).collect();
        match rows {
            Some(rows) => Ok(Value::List(rows)),
            None => resolve_list(ctx, field, &self.0, Some(self.0.len())).await,
        }
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
        let Some((mut written, rest)) = split(&ctx.item.node, &T::type_name(), |field| self.0.plain(field)) else {
            return self.0.resolve(ctx, field).await;
        };
        if let Some(field) = rest {
            match self.0.resolve_field(&ctx.with_field(field)).await {
                Ok(value) => {
                    written.insert(field.node.response_key().node.clone(), value.unwrap_or_default());
                }
                Err(error) => ctx.add_error(error),
            }
        }
        Ok(Value::Object(written))
    }
}

impl<T> From<T> for Row<T> {
    fn from(row: T) -> Self {
        Self(row)
    }
}

type Written = IndexMap<Name, Value>;

/// The plain values of a selection in its order, and the one field that is not plain, if there is at most one: two must be
/// loaded side by side, which is the executor's art. None where anything but plain fields is asked for.
fn split<'s>(
    set: &'s SelectionSet,
    type_name: &str,
    value: impl Fn(&Field) -> Option<Value>,
) -> Option<(Written, Option<&'s Positioned<Field>>)> {
    let mut written = Written::with_capacity(set.items.len());
    let mut rest = None;
    for item in &set.items {
        let Selection::Field(positioned) = &item.node else { return None };
        let field = &positioned.node;
        if !field.directives.is_empty() {
            return None;
        }
        let found = match field.name.node.as_str() {
            "__typename" => Some(Value::from(type_name)),
            _ if field.arguments.is_empty() => value(field),
            _ => None,
        };
        if found.is_none() && rest.replace(positioned).is_some() {
            return None;
        }
        // Its place is kept; the same name twice would have to be merged.
        if written.insert(field.response_key().node.clone(), found.unwrap_or_default()).is_some() {
            return None;
        }
    }
    Some((written, rest))
}

/// An object out of its selection, if all of it is plain.
pub fn object(set: &SelectionSet, type_name: &str, value: impl Fn(&Field) -> Option<Value>) -> Option<Value> {
    let (written, rest) = split(set, type_name, value)?;
    rest.is_none().then_some(Value::Object(written))
}

/// A leaf: a value that has no fields of its own.
#[expect(clippy::unnecessary_wraps, reason = "the arms beside it may have no value")]
pub fn leaf(value: impl Into<Value>) -> Option<Value> {
    Some(value.into())
}
