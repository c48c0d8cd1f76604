//! Importing members from a table.

use async_graphql::{Context, Enum, ID, InputObject, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use sala_domain::memberships::import::{self, Choice, service};
use sala_kernel::{ImportId, OrganisationId};

use super::{
    Code,
    context::Ctx as _,
    error::{Violation, payload, shape},
    loaders::broken,
    organisations::Organisation,
    scalars::{Text, id, maybe_id},
};

/// Where an import stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "import::ImportState")]
pub enum ImportState {
    /// Being looked over.
    Draft,
    /// Taken.
    Done,
}

/// What a column of a table holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "ImportField", remote = "import::Field")]
pub enum Field {
    /// Nothing that is imported.
    Ignore,
    /// The name in Khmer.
    NameKm,
    /// The name in English.
    NameEn,
    /// The acronym.
    Acronym,
    /// The type of organisation, by label or code.
    Kind,
    /// How it belongs, by label or code; full where the cell is empty.
    Tier,
    /// How it stands with the authorities; in process where the cell is empty.
    Registration,
    /// Where its headquarters are: province or district, by name or code.
    Hq,
    /// What it works on, separated by commas.
    Themes,
    /// Its e-mail address.
    Email,
    /// Its telephone.
    Phone,
    /// Its website.
    Website,
    /// When it was founded.
    YearFounded,
}

/// What comes of a row as things stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "ImportOutcome", remote = "import::Outcome")]
pub enum Outcome {
    /// Becomes a new organisation.
    New,
    /// Is an organisation that is there, and joins the network.
    Joins,
    /// Looks like one that is there: somebody has to say.
    Undecided,
    /// Cannot be taken.
    Wrong,
    /// Is left out.
    Skipped,
}

/// What somebody says a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub enum ImportChoice {
    /// Somebody new, whatever it looks like.
    New,
    /// To be left out.
    Skip,
    /// An organisation that is there: its record stays, and it joins the network.
    Same,
}

/// A column of a table.
#[derive(Debug, SimpleObject)]
pub struct ImportColumn {
    /// Its header.
    header: String,
    /// What it holds.
    field: Field,
    /// Its first cells that are not empty.
    samples: Vec<String>,
}

/// How many rows come to what.
#[derive(Debug, SimpleObject)]
pub struct ImportCounts {
    /// New organisations.
    new: i32,
    /// Those that are there and join.
    joins: i32,
    /// Waiting for somebody to say.
    undecided: i32,
    /// That cannot be taken.
    wrong: i32,
    /// Left out.
    skipped: i32,
}

/// A row as it would be taken.
#[derive(Debug, SimpleObject)]
pub struct ImportRow {
    /// Its line in the file; the headers are line 1.
    line: i32,
    /// What it calls the organisation.
    name: Text,
    /// What comes of it.
    outcome: Outcome,
    /// Why it cannot be taken.
    violations: Vec<Violation>,
    /// The organisations it may be.
    candidates: Vec<Organisation>,
    /// What somebody said it is; null while nobody has.
    choice: Option<ImportChoice>,
}

/// What would come of an import as things stand.
#[derive(Debug, SimpleObject)]
pub struct ImportPreview {
    /// How many rows come to what.
    counts: ImportCounts,
    /// A page of rows, in the order of the file.
    rows: Vec<ImportRow>,
    /// More rows follow.
    has_more: bool,
}

/// A table of members on its way in.
#[derive(Debug)]
pub struct MemberImport(import::Import);

impl From<import::Import> for MemberImport {
    fn from(import: import::Import) -> Self {
        Self(import)
    }
}

/// A table of members on its way in. Nothing of it becomes a record before every row is in order or left out.
#[Object]
impl MemberImport {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// What the file was called.
    async fn file_name(&self) -> &str {
        &self.0.file_name
    }

    /// Where it stands.
    async fn state(&self) -> ImportState {
        self.0.state.into()
    }

    /// When it was begun.
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }

    /// How many rows it has; none once it is done.
    async fn row_count(&self) -> i32 {
        i32::try_from(self.0.rows.len()).unwrap_or(i32::MAX)
    }

    /// How many organisations became members by it.
    async fn added(&self) -> i32 {
        self.0.added
    }

    /// How many that were there joined.
    async fn joined(&self) -> i32 {
        self.0.joined
    }

    /// How many rows were left out.
    async fn skipped(&self) -> i32 {
        self.0.skipped
    }

    /// Its columns.
    async fn columns(&self) -> Vec<ImportColumn> {
        let columns = self.0.headers.iter().zip(&self.0.fields).enumerate();
        columns
            .map(|(at, (header, field))| ImportColumn {
                header: header.clone(),
                field: (*field).into(),
                samples: self
                    .0
                    .rows
                    .iter()
                    .filter_map(|row| row.get(at).filter(|cell| !cell.is_empty()).cloned())
                    .take(3)
                    .collect(),
            })
            .collect()
    }

    /// What would come of it as things stand.
    #[graphql(complexity = "50 + first.max(1) as usize * child_complexity")]
    async fn preview(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only rows that come to this.")] only: Option<Outcome>,
        #[graphql(desc = "How many rows, 1 to 100.", default = 50, validator(minimum = 1, maximum = 100))] first: i32,
        #[graphql(desc = "The line after which to go on.", default = 1)] after: i32,
    ) -> Result<ImportPreview> {
        let (counts, rows) = service::look_over(&ctx.services().pool, ctx.actor(), &self.0).await.map_err(shape)?;
        let wanted = only.map(import::Outcome::from);
        let mut rows: Vec<import::Row> = rows
            .into_iter()
            .filter(|row| row.line > after && wanted.is_none_or(|wanted| row.outcome == wanted))
            .take(usize::try_from(first).unwrap_or(50) + 1)
            .collect();
        let has_more = rows.len() > usize::try_from(first).unwrap_or(50);
        rows.truncate(usize::try_from(first).unwrap_or(50));
        let mut shown = Vec::new();
        for row in rows {
            let known =
                ctx.loaders().load_many::<OrganisationId, _>(row.candidates.iter().copied()).await.map_err(broken)?;
            shown.push(ImportRow {
                line: row.line,
                name: row.name.into(),
                outcome: row.outcome.into(),
                violations: row.violations.into_iter().map(Into::into).collect(),
                candidates: row.candidates.iter().filter_map(|id| known.get(id).cloned()).map(Into::into).collect(),
                choice: row.choice.map(|choice| match choice {
                    Choice::New => ImportChoice::New,
                    Choice::Skip => ImportChoice::Skip,
                    Choice::Same(_) => ImportChoice::Same,
                }),
            });
        }
        let counts = ImportCounts {
            new: counts.new,
            joins: counts.joins,
            undecided: counts.undecided,
            wrong: counts.wrong,
            skipped: counts.skipped,
        };
        Ok(ImportPreview { counts, rows: shown, has_more })
    }

    /// Counts its changes.
    async fn version(&self) -> i32 {
        self.0.version
    }
}

/// Reading imports.
#[derive(Debug, Default)]
pub struct ImportQuery;

#[Object]
impl ImportQuery {
    /// An import by its id, for who manages the members of its network; null for what does not exist, or not for you.
    async fn member_import(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its id.")] id: ID,
    ) -> Result<Option<MemberImport>> {
        let Ok(id) = id.parse::<ImportId>() else { return Ok(None) };
        Ok(service::view(&ctx.services().pool, ctx.actor(), id).await.map_err(shape)?.map(Into::into))
    }
}

/// What a row is.
#[derive(Debug, InputObject)]
pub struct ChooseForRowInput {
    /// Of which import.
    import: ID,
    /// As it was read.
    version: i32,
    /// Which line of the file.
    line: i32,
    /// What it is; null takes back what was said.
    choice: Option<ImportChoice>,
    /// Which organisation, where it is one that is there.
    organisation: Option<ID>,
}

payload! {
    /// What came of a change to an import.
    ImportPayload {
        /// The import as it is now.
        import: MemberImport
    }
}

/// Mapping, looking over and taking imports.
#[derive(Debug, Default)]
pub struct ImportMutation;

#[Object]
impl ImportMutation {
    /// Says what each column of an import holds.
    async fn map_import(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which import.")] id: ID,
        #[graphql(desc = "As it was read.")] version: i32,
        #[graphql(desc = "What each column holds, in their order.")] fields: Vec<Field>,
    ) -> Result<ImportPayload> {
        let services = ctx.services();
        let import: ImportId = super::scalars::id(&id)?;
        let fields = fields.into_iter().map(Into::into).collect();
        ImportPayload::of(service::map(&services.pool, &services.env, ctx.actor(), import, version, fields).await)
    }

    /// Says what a row of an import is, or takes that back.
    async fn choose_for_row(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The row and what it is.")] input: ChooseForRowInput,
    ) -> Result<ImportPayload> {
        let services = ctx.services();
        let import: ImportId = id(&input.import)?;
        let same: Option<OrganisationId> = maybe_id(input.organisation.as_ref())?;
        let choice = match (input.choice, same) {
            (Some(ImportChoice::New), _) => Some(Choice::New),
            (Some(ImportChoice::Skip), _) => Some(Choice::Skip),
            (Some(ImportChoice::Same), Some(organisation)) => Some(Choice::Same(organisation)),
            (Some(ImportChoice::Same), None) => return Err(Code::BadInput.error("Say which organisation it is.")),
            (None, _) => None,
        };
        let result =
            service::choose(&services.pool, &services.env, ctx.actor(), import, input.version, input.line, choice);
        ImportPayload::of(result.await)
    }

    /// Takes an import: every row, or none and what stands against it, line by line.
    async fn run_import(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which import.")] id: ID,
        #[graphql(desc = "As it was read.")] version: i32,
    ) -> Result<ImportPayload> {
        let services = ctx.services();
        let import: ImportId = super::scalars::id(&id)?;
        ImportPayload::of(service::run(&services.pool, &services.env, ctx.actor(), import, version).await)
    }

    /// Throws a draft away.
    async fn discard_import(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which import.")] id: ID,
        #[graphql(desc = "As it was read.")] version: i32,
    ) -> Result<ImportPayload> {
        let services = ctx.services();
        let import: ImportId = super::scalars::id(&id)?;
        ImportPayload::of(service::discard(&services.pool, ctx.actor(), import, version).await)
    }
}
