//! People, their positions and their roles.

use async_graphql::{
    Context, Enum, ID, InputObject, Object, Result, ScalarType as _, SimpleObject, Value, parser::types::Field,
    resolver_utils::enum_value,
};
use chrono::{DateTime, NaiveDate, Utc};
use sala_domain::{
    access::{self, Action, Facts, Reach},
    people::{self, NewPerson, PersonEdit, PersonName},
    roles,
};
use sala_identity::accounts;
use sala_kernel::{NetworkId, OrganisationId, PersonId, RoleGrantId};

use super::{
    context::Ctx as _,
    error::payload,
    loaders::{AccountOf, AffiliationsOf, PersonFactsOf, RolesOf, broken},
    mandates::{Mandate, MandateInput},
    networks::Network,
    organisations::Organisation,
    rows::{Plain, Rows, leaf, object},
    scalars::{LanguageCode, Text, TextInput, id, maybe_id, text},
};

/// A role in a network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "access::Role")]
pub enum Role {
    /// Runs everything operational; signs for no member.
    Coordinator,
    /// Chairs the steering committee.
    SteeringChair,
    /// Sits on the steering committee.
    SteeringMember,
    /// Leads a working group.
    Convenor,
    /// Keeps the organisation's profile and casts its vote.
    Representative,
    /// Stands in for the representative.
    Alternate,
    /// The only one to give, change or withdraw the organisation's endorsement.
    Signatory,
    /// Drafts, comments, uploads.
    Contributor,
    /// Runs events.
    Organiser,
    /// Writes minutes and commitments.
    Rapporteur,
    /// Indicators, outcomes, reports.
    MealOfficer,
    /// Curates evidence and lists.
    KnowledgeManager,
    /// Releases sub-grants.
    GrantsOfficer,
    /// Pays sub-grants.
    FinanceOfficer,
    /// Security and data protection.
    FocalPoint,
}

/// As a person says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "people::Sex")]
pub enum Sex {
    /// Female.
    Female,
    /// Male.
    Male,
    /// Other.
    Other,
    /// Not said.
    Undisclosed,
}

/// How a formal letter addresses somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "people::Honorific")]
pub enum Honorific {
    /// H.E. ឯកឧត្តម
    Excellency,
    /// លោកជំទាវ
    LokChumteav,
    /// Mr លោក
    Mr,
    /// Ms លោកស្រី
    Ms,
    /// Ven. ព្រះតេជគុណ
    Venerable,
    /// Dr
    Dr,
    /// None.
    None,
}

/// Where somebody's account stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "accounts::AccountState")]
pub enum AccountState {
    /// Has not answered the invitation yet.
    Invited,
    /// In use.
    Active,
    /// Shut for the time being.
    Locked,
    /// Ended.
    Closed,
}

/// A name, family first, in Khmer and Latin letters.
#[derive(Debug, SimpleObject)]
pub struct Name {
    /// Family name in Khmer.
    family_km: String,
    /// Given name in Khmer.
    given_km: String,
    /// Family name in Latin letters.
    family_latin: String,
    /// Given name in Latin letters.
    given_latin: String,
    /// The whole name, family first, in each script.
    full: Text,
}

/// A name, family first, in Khmer and Latin letters; at least one part.
#[derive(Debug, InputObject)]
pub struct NameInput {
    /// Family name in Khmer.
    #[graphql(default)]
    family_km: String,
    /// Given name in Khmer.
    #[graphql(default)]
    given_km: String,
    /// Family name in Latin letters.
    #[graphql(default)]
    family_latin: String,
    /// Given name in Latin letters.
    #[graphql(default)]
    given_latin: String,
}

impl From<NameInput> for PersonName {
    fn from(name: NameInput) -> Self {
        Self {
            family_km: name.family_km,
            given_km: name.given_km,
            family_latin: name.family_latin,
            given_latin: name.given_latin,
        }
    }
}

/// A person, as far as you may know them.
#[derive(Debug)]
pub struct Person(people::Person);

impl From<people::Person> for Person {
    fn from(person: people::Person) -> Self {
        Self(person)
    }
}

/// A position in an organisation.
#[derive(Debug)]
pub struct Affiliation {
    row: people::Affiliation,
    organisation: sala_domain::organisations::Organisation,
}

/// A position in an organisation.
#[Object]
impl Affiliation {
    /// Where.
    async fn organisation(&self) -> Organisation {
        self.organisation.clone().into()
    }

    /// As what.
    async fn position(&self) -> Text {
        self.row.position.clone().into()
    }

    /// Since when.
    async fn since(&self) -> Option<NaiveDate> {
        self.row.since
    }
}

/// A role as held now.
#[derive(Debug)]
pub struct RoleGrant(roles::RoleGrant);

impl From<roles::RoleGrant> for RoleGrant {
    fn from(grant: roles::RoleGrant) -> Self {
        Self(grant)
    }
}

impl Plain for RoleGrant {
    fn plain(&self, field: &Field) -> Option<Value> {
        match field.name.node.as_str() {
            "id" => leaf(self.0.id.to_string()),
            "role" => Some(enum_value(Role::from(self.0.role))),
            "grantedAt" => Some(self.0.granted_at.to_value()),
            _ => None,
        }
    }
}

impl Plain for Person {
    fn plain(&self, field: &Field) -> Option<Value> {
        let person = &self.0;
        match field.name.node.as_str() {
            "id" => leaf(person.id.to_string()),
            "name" => object(&field.selection_set.node, "Name", |field| match field.name.node.as_str() {
                "full" => text(&person.name.full(), field),
                "familyKm" => leaf(person.name.family_km.as_str()),
                "givenKm" => leaf(person.name.given_km.as_str()),
                "familyLatin" => leaf(person.name.family_latin.as_str()),
                "givenLatin" => leaf(person.name.given_latin.as_str()),
                _ => None,
            }),
            "honorific" => Some(enum_value(Honorific::from(person.honorific))),
            "sex" => Some(enum_value(Sex::from(person.sex))),
            "language" => Some(enum_value(LanguageCode::from(person.language))),
            "email" => leaf(person.email.as_str()),
            "phone" => leaf(person.phone.as_str()),
            "version" => leaf(person.version),
            _ => None,
        }
    }
}

/// A role as held now.
#[Object]
impl RoleGrant {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// Which role.
    async fn role(&self) -> Role {
        self.0.role.into()
    }

    /// In which network.
    async fn network(&self, ctx: &Context<'_>) -> Result<Option<Network>> {
        Ok(ctx.loaders().load_one(self.0.network).await.map_err(broken)?.map(Into::into))
    }

    /// For which organisation, if for one.
    async fn organisation(&self, ctx: &Context<'_>) -> Result<Option<Organisation>> {
        match self.0.organisation {
            Some(id) => Ok(ctx.loaders().load_one(id).await.map_err(broken)?.map(Into::into)),
            None => Ok(None),
        }
    }

    /// Whose.
    async fn person(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        Ok(ctx.loaders().load_one(self.0.person).await.map_err(broken)?.map(Into::into))
    }

    /// Since when.
    async fn granted_at(&self) -> DateTime<Utc> {
        self.0.granted_at
    }

    /// The last day on which it holds; null: until it is ended.
    async fn until_on(&self) -> Option<NaiveDate> {
        self.0.until_on
    }

    /// Whose decision gave it, and what it covers.
    async fn mandate(&self, ctx: &Context<'_>) -> Result<Mandate> {
        Mandate::of(ctx, &self.0).await
    }
}

/// What you may do with a person's record.
#[derive(Debug, SimpleObject)]
pub struct PersonViewerCan {
    /// Change it.
    edit: bool,
    /// Invite them to have an account.
    invite: bool,
}

/// A person, as far as you may know them.
#[Object]
impl Person {
    /// Their id.
    pub async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// Their name; a code name for people at risk whose name is not for you.
    async fn name(&self) -> Name {
        Name {
            full: self.0.name.full().into(),
            family_km: self.0.name.family_km.clone(),
            given_km: self.0.name.given_km.clone(),
            family_latin: self.0.name.family_latin.clone(),
            given_latin: self.0.name.given_latin.clone(),
        }
    }

    /// How a formal letter addresses them.
    async fn honorific(&self) -> Honorific {
        self.0.honorific.into()
    }

    /// As they say.
    async fn sex(&self) -> Sex {
        self.0.sex.into()
    }

    /// The language they want to be spoken to in.
    async fn language(&self) -> LanguageCode {
        self.0.language.into()
    }

    /// Their address; empty where it is not for you.
    async fn email(&self) -> &str {
        &self.0.email
    }

    /// Their telephone; empty where it is not for you.
    async fn phone(&self) -> &str {
        &self.0.phone
    }

    /// Their present positions in organisations you may see.
    async fn affiliations(&self, ctx: &Context<'_>) -> Result<Vec<Affiliation>> {
        let rows = ctx.loaders().load_one(AffiliationsOf(self.0.id)).await.map_err(broken)?.unwrap_or_default();
        let organisations = ctx.loaders().load_many(rows.iter().map(|r| r.organisation)).await.map_err(broken)?;
        Ok(rows
            .into_iter()
            .filter_map(|row| {
                let organisation = organisations.get(&row.organisation)?.clone();
                Some(Affiliation { row, organisation })
            })
            .collect())
    }

    /// Their present roles, as far as you may see network and organisation.
    async fn roles(&self, ctx: &Context<'_>) -> Result<Rows<RoleGrant>> {
        let rows = ctx.loaders().load_one(RolesOf(self.0.id)).await.map_err(broken)?.unwrap_or_default();
        Ok(Rows(rows.into_iter().map(RoleGrant).collect()))
    }

    /// Where their account stands; null for people without one, and for those whose account is not your business.
    async fn account(&self, ctx: &Context<'_>) -> Result<Option<AccountState>> {
        if !Reach::with_self(ctx.actor(), Action::EditPerson).covers(&self.facts(ctx).await?) {
            return Ok(None);
        }
        Ok(ctx.loaders().load_one(AccountOf(self.0.id)).await.map_err(broken)?.map(Into::into))
    }

    /// Counts their changes; pass it back when changing them.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// What you may do with their record.
    async fn viewer_can(&self, ctx: &Context<'_>) -> Result<PersonViewerCan> {
        let facts = self.facts(ctx).await?;
        let may = |action| Reach::with_self(ctx.actor(), action).covers(&facts);
        Ok(PersonViewerCan { edit: may(Action::EditPerson), invite: may(Action::InvitePerson) })
    }
}

impl Person {
    async fn facts(&self, ctx: &Context<'_>) -> Result<Facts> {
        Ok(ctx.loaders().load_one(PersonFactsOf(self.0.id)).await.map_err(broken)?.unwrap_or_default())
    }
}

/// Reading people.
#[derive(Debug, Default)]
pub struct PersonQuery;

#[Object]
impl PersonQuery {
    /// A person by their id; null for who does not exist, or not for you.
    async fn person(&self, ctx: &Context<'_>, #[graphql(desc = "Their id.")] id: ID) -> Result<Option<Person>> {
        let Ok(id) = id.parse::<PersonId>() else { return Ok(None) };
        Ok(ctx.loaders().load_one(id).await.map_err(broken)?.map(Person))
    }
}

/// A new person of an organisation.
#[derive(Debug, InputObject)]
pub struct AddPersonInput {
    /// Of which organisation.
    organisation: ID,
    /// Their name.
    name: NameInput,
    /// Their position.
    position: Option<TextInput>,
    /// Their address; needed to invite them.
    #[graphql(default)]
    email: String,
    /// The language they want to be spoken to in; Khmer when left out.
    language: Option<LanguageCode>,
    /// As they say.
    sex: Option<Sex>,
    /// Send them an invitation to have an account.
    #[graphql(default)]
    invite: bool,
}

/// A change to a person's record; what is left out stays.
#[derive(Debug, InputObject)]
pub struct EditPersonInput {
    /// Whose.
    id: ID,
    /// As it was read.
    version: i32,
    /// New name.
    name: Option<NameInput>,
    /// New form of address.
    honorific: Option<Honorific>,
    /// As they say.
    sex: Option<Sex>,
    /// The language they want to be spoken to in.
    language: Option<LanguageCode>,
    /// New address.
    email: Option<String>,
    /// New telephone.
    phone: Option<String>,
}

/// A role to be given.
#[derive(Debug, InputObject)]
pub struct GrantRoleInput {
    /// In which network.
    network: ID,
    /// To whom.
    person: ID,
    /// Which role.
    role: Role,
    /// For which organisation; needed for representatives, alternates, signatories and contributors.
    organisation: Option<ID>,
    /// How it was given, for these.
    mandate: Option<MandateInput>,
}

payload! {
    /// What came of a change to a person.
    PersonPayload {
        /// The person as they are now.
        person: Person
    }
}

payload! {
    /// What came of giving or ending a role.
    RolePayload {
        /// The role; after ending it, as it was.
        role: RoleGrant
    }
}

/// Changing people and roles.
#[derive(Debug, Default)]
pub struct PersonMutation;

#[Object]
impl PersonMutation {
    /// Adds a person to an organisation, and invites them when asked.
    async fn add_person(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The person.")] input: AddPersonInput,
    ) -> Result<PersonPayload> {
        let organisation: OrganisationId = id(&input.organisation)?;
        let invite = input.invite;
        let new = NewPerson {
            name: input.name.into(),
            email: input.email,
            language: input.language.map(Into::into).unwrap_or_default(),
            sex: input.sex.map_or(people::Sex::Undisclosed, Into::into),
            position: input.position.map(Into::into).unwrap_or_default(),
        };
        PersonPayload::of(add(ctx, organisation, &new, invite).await)
    }

    /// Sends a person an invitation to have an account; again, while it is unanswered.
    async fn invite_person(&self, ctx: &Context<'_>, #[graphql(desc = "Whom.")] person: ID) -> Result<PersonPayload> {
        let person: PersonId = id(&person)?;
        PersonPayload::of(invite(ctx, person).await)
    }

    /// Changes a person's record.
    async fn edit_person(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The change.")] input: EditPersonInput,
    ) -> Result<PersonPayload> {
        let services = ctx.services();
        let person: PersonId = id(&input.id)?;
        let edit = PersonEdit {
            name: input.name.map(Into::into),
            honorific: input.honorific.map(Into::into),
            sex: input.sex.map(Into::into),
            language: input.language.map(Into::into),
            email: input.email,
            phone: input.phone,
        };
        let result =
            people::service::edit(&services.pool, &services.env, ctx.actor(), person, input.version, edit).await;
        PersonPayload::of(result)
    }

    /// Gives a person a role.
    async fn grant_role(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The role.")] input: GrantRoleInput,
    ) -> Result<RolePayload> {
        let services = ctx.services();
        let (network, person): (NetworkId, PersonId) = (id(&input.network)?, id(&input.person)?);
        let organisation = maybe_id(input.organisation.as_ref())?;
        let mandate = input.mandate.map(Into::into).unwrap_or_default();
        let new = roles::service::NewRole { network, person, organisation, role: input.role.into(), mandate };
        RolePayload::of(roles::service::grant(&services.pool, &services.env, ctx.actor(), new).await)
    }

    /// Ends a role. Its holder's open connections are judged afresh at once.
    async fn end_role(&self, ctx: &Context<'_>, #[graphql(desc = "Which.")] id: ID) -> Result<RolePayload> {
        let services = ctx.services();
        let role: RoleGrantId = super::scalars::id(&id)?;
        RolePayload::of(roles::service::end(&services.pool, &services.env, ctx.actor(), role).await)
    }
}

async fn add(
    ctx: &Context<'_>,
    organisation: OrganisationId,
    new: &NewPerson,
    invite: bool,
) -> sala_kernel::Result<people::Person> {
    let services = ctx.services();
    let mut tx = services.pool.begin().await?;
    let id = people::service::add_in(&mut tx, &services.env, ctx.actor(), organisation, new).await?;
    if invite {
        services.accounts().invite(&mut tx, ctx.actor(), id).await?;
    }
    let person = people::store::view(&mut *tx, ctx.actor(), id).await?.ok_or(sala_kernel::Error::NotFound)?;
    tx.commit().await?;
    Ok(person)
}

async fn invite(ctx: &Context<'_>, id: PersonId) -> sala_kernel::Result<people::Person> {
    let services = ctx.services();
    let mut tx = services.pool.begin().await?;
    services.accounts().invite(&mut tx, ctx.actor(), id).await?;
    let person = people::store::view(&mut *tx, ctx.actor(), id).await?.ok_or(sala_kernel::Error::NotFound)?;
    tx.commit().await?;
    Ok(person)
}
