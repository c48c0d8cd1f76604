//! Batched look-ups: one SQL statement per kind and level of a query, always under the asker's rights.

use std::{
    collections::{BTreeSet, HashMap},
    sync::Arc,
};

use async_graphql::dataloader::Loader;
use sala_domain::{
    access::{Actor, Facts},
    campaigns, commitments,
    decisions::{self, Decision, Tally},
    dialogues,
    evidence::{self, Document, File},
    groups::{self, Group, meetings::Meeting},
    memberships::{
        self, Membership,
        applications::{self, Application, Referee, Step},
        standing::{self, Fee},
    },
    networks::{self, Network},
    organisations::{self, Organisation, logos::Logo},
    outcomes,
    papers::{self, Paper},
    people::{self, Affiliation, Person, store::Among},
    places::{self, Place},
    roles::{self, RoleGrant},
    terms::{self, Term},
};
use sala_identity::accounts::{self, AccountState};
use sala_kernel::{
    CampaignId, CampaignItemId, CommitmentId, DecisionId, DialogueId, DocumentId, Error, GroupId, InvitationId,
    MeetingId, MembershipId, NetworkId, OrganisationId, OutcomeId, Page, PageRequest, PaperId, PersonId, PlaceCode,
    Pool, TermId,
};
use uuid::Uuid;

/// All loaders of one request.
#[derive(Debug)]
pub struct Loaders {
    pool: Pool,
    actor: Actor,
}

impl Loaders {
    /// Loaders for one actor.
    pub const fn new(pool: Pool, actor: Actor) -> Self {
        Self { pool, actor }
    }
}

type Loaded<K, V> = Result<HashMap<K, V>, Arc<Error>>;

fn group<K: std::hash::Hash + Eq + Copy, V>(keys: &[K], rows: Vec<V>, key: impl Fn(&V) -> K) -> HashMap<K, Vec<V>> {
    let mut map: HashMap<K, Vec<V>> = keys.iter().map(|k| (*k, Vec::new())).collect();
    for row in rows {
        map.entry(key(&row)).or_default().push(row);
    }
    map
}

impl Loader<OrganisationId> for Loaders {
    type Value = Organisation;
    type Error = Arc<Error>;
    async fn load(&self, keys: &[OrganisationId]) -> Loaded<OrganisationId, Organisation> {
        let ids: Vec<Uuid> = keys.iter().map(|k| k.0).collect();
        let rows = organisations::store::visible(&self.pool, &self.actor, &ids).await.map_err(Arc::new)?;
        Ok(rows.into_iter().map(|o| (o.id, o)).collect())
    }
}

impl Loader<NetworkId> for Loaders {
    type Value = Network;
    type Error = Arc<Error>;
    async fn load(&self, keys: &[NetworkId]) -> Loaded<NetworkId, Network> {
        let ids: Vec<Uuid> = keys.iter().map(|k| k.0).collect();
        let rows = networks::store::visible(&self.pool, &self.actor, Some(&ids)).await.map_err(Arc::new)?;
        Ok(rows.into_iter().map(|n| (n.id, n)).collect())
    }
}

impl Loader<PersonId> for Loaders {
    type Value = Person;
    type Error = Arc<Error>;
    async fn load(&self, keys: &[PersonId]) -> Loaded<PersonId, Person> {
        let mut found = HashMap::new();
        for keys in keys.chunks(PageRequest::MOST) {
            let ids: Vec<Uuid> = keys.iter().map(|k| k.0).collect();
            let whole = PageRequest::whole();
            let page = people::store::visible(&self.pool, &self.actor, Among::Ids(&ids), None, &whole, false)
                .await
                .map_err(Arc::new)?;
            found.extend(page.items.into_iter().map(|(_, p)| (p.id, p)));
        }
        Ok(found)
    }
}

impl Loader<TermId> for Loaders {
    type Value = Term;
    type Error = Arc<Error>;
    async fn load(&self, keys: &[TermId]) -> Loaded<TermId, Term> {
        let ids: Vec<Uuid> = keys.iter().map(|k| k.0).collect();
        let rows = terms::store::lookup_many(&self.pool, &ids).await.map_err(Arc::new)?;
        Ok(rows.into_iter().map(|t| (t.id, t)).collect())
    }
}

impl Loader<PlaceCode> for Loaders {
    type Value = Place;
    type Error = Arc<Error>;
    async fn load(&self, keys: &[PlaceCode]) -> Loaded<PlaceCode, Place> {
        let codes: Vec<String> = keys.iter().map(|k| k.0.clone()).collect();
        let rows = places::store::lookup_many(&self.pool, &codes).await.map_err(Arc::new)?;
        Ok(rows.into_iter().map(|p| (p.code.clone(), p)).collect())
    }
}

/// Key: the type of an organisation, by code.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct KindOf(pub String);

impl Loader<KindOf> for Loaders {
    type Value = Term;
    type Error = Arc<Error>;
    async fn load(&self, keys: &[KindOf]) -> Loaded<KindOf, Term> {
        let rows = terms::store::list(&self.pool, terms::Taxonomy::OrganisationType).await.map_err(Arc::new)?;
        Ok(rows.into_iter().map(|t| (KindOf(t.code.clone()), t)).filter(|(k, _)| keys.contains(k)).collect())
    }
}

/// Key: the themes of an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ThemesOf(pub OrganisationId);

impl Loader<ThemesOf> for Loaders {
    type Value = Vec<TermId>;
    type Error = Arc<Error>;
    async fn load(&self, keys: &[ThemesOf]) -> Loaded<ThemesOf, Vec<TermId>> {
        let ids: Vec<Uuid> = keys.iter().map(|k| k.0.0).collect();
        let rows = organisations::store::themes(&self.pool, &ids).await.map_err(Arc::new)?;
        let grouped = group(keys, rows, |(organisation, _)| ThemesOf(*organisation));
        Ok(grouped.into_iter().map(|(k, v)| (k, v.into_iter().map(|(_, t)| t).collect())).collect())
    }
}

impl Loader<GroupId> for Loaders {
    type Value = Group;
    type Error = Arc<Error>;
    async fn load(&self, keys: &[GroupId]) -> Loaded<GroupId, Group> {
        let ids: Vec<Uuid> = keys.iter().map(|k| k.0).collect();
        let rows = groups::store::visible(&self.pool, &self.actor, &ids).await.map_err(Arc::new)?;
        Ok(rows.into_iter().map(|g| (g.id, g)).collect())
    }
}

impl Loader<MeetingId> for Loaders {
    type Value = Meeting;
    type Error = Arc<Error>;
    async fn load(&self, keys: &[MeetingId]) -> Loaded<MeetingId, Meeting> {
        let ids: Vec<Uuid> = keys.iter().map(|k| k.0).collect();
        let rows = groups::meetings::store::visible(&self.pool, &self.actor, &ids).await.map_err(Arc::new)?;
        Ok(rows.into_iter().map(|m| (m.id, m)).collect())
    }
}

/// Key: the themes of a working group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct GroupThemesOf(pub GroupId);

impl Loader<GroupThemesOf> for Loaders {
    type Value = Vec<TermId>;
    type Error = Arc<Error>;
    async fn load(&self, keys: &[GroupThemesOf]) -> Loaded<GroupThemesOf, Vec<TermId>> {
        let ids: Vec<Uuid> = keys.iter().map(|k| k.0.0).collect();
        let rows = groups::store::themes(&self.pool, &ids).await.map_err(Arc::new)?;
        let grouped = group(keys, rows, |(id, _)| GroupThemesOf(*id));
        Ok(grouped.into_iter().map(|(k, v)| (k, v.into_iter().map(|(_, t)| t).collect())).collect())
    }
}

/// Key: where an organisation works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PlacesOf(pub OrganisationId);

impl Loader<PlacesOf> for Loaders {
    type Value = Vec<PlaceCode>;
    type Error = Arc<Error>;
    async fn load(&self, keys: &[PlacesOf]) -> Loaded<PlacesOf, Vec<PlaceCode>> {
        let ids: Vec<Uuid> = keys.iter().map(|k| k.0.0).collect();
        let rows = organisations::store::places(&self.pool, &ids).await.map_err(Arc::new)?;
        let grouped = group(keys, rows, |(organisation, _)| PlacesOf(*organisation));
        Ok(grouped.into_iter().map(|(k, v)| (k, v.into_iter().map(|(_, p)| p).collect())).collect())
    }
}

/// Key: the memberships of an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct MembershipsOf(pub OrganisationId);

impl Loader<MembershipsOf> for Loaders {
    type Value = Vec<Membership>;
    type Error = Arc<Error>;
    async fn load(&self, keys: &[MembershipsOf]) -> Loaded<MembershipsOf, Vec<Membership>> {
        let ids: Vec<Uuid> = keys.iter().map(|k| k.0.0).collect();
        let rows = memberships::store::of_organisations(&self.pool, &self.actor, &ids).await.map_err(Arc::new)?;
        Ok(group(keys, rows, |m| MembershipsOf(m.organisation)))
    }
}

/// Key: what an organisation is as far as rights go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct FactsOf(pub OrganisationId);

impl Loader<FactsOf> for Loaders {
    type Value = Facts;
    type Error = Arc<Error>;
    async fn load(&self, keys: &[FactsOf]) -> Loaded<FactsOf, Facts> {
        let ids: Vec<Uuid> = keys.iter().map(|k| k.0.0).collect();
        let rows = organisations::store::facts_of(&self.pool, &ids).await.map_err(Arc::new)?;
        Ok(rows.into_iter().map(|(id, facts)| (FactsOf(id), facts)).collect())
    }
}

/// Key: what a person is as far as rights go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PersonFactsOf(pub PersonId);

impl Loader<PersonFactsOf> for Loaders {
    type Value = Facts;
    type Error = Arc<Error>;
    async fn load(&self, keys: &[PersonFactsOf]) -> Loaded<PersonFactsOf, Facts> {
        let ids: Vec<Uuid> = keys.iter().map(|k| k.0.0).collect();
        let rows = people::store::facts_of(&self.pool, &ids).await.map_err(Arc::new)?;
        Ok(rows.into_iter().map(|(id, facts)| (PersonFactsOf(id), facts)).collect())
    }
}

/// Key: the positions of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct AffiliationsOf(pub PersonId);

impl Loader<AffiliationsOf> for Loaders {
    type Value = Vec<Affiliation>;
    type Error = Arc<Error>;
    async fn load(&self, keys: &[AffiliationsOf]) -> Loaded<AffiliationsOf, Vec<Affiliation>> {
        let ids: Vec<Uuid> = keys.iter().map(|k| k.0.0).collect();
        let rows = people::store::affiliations(&self.pool, &ids).await.map_err(Arc::new)?;
        Ok(group(keys, rows, |a| AffiliationsOf(a.person)))
    }
}

/// Key: the roles of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct RolesOf(pub PersonId);

impl Loader<RolesOf> for Loaders {
    type Value = Vec<RoleGrant>;
    type Error = Arc<Error>;
    async fn load(&self, keys: &[RolesOf]) -> Loaded<RolesOf, Vec<RoleGrant>> {
        let ids: Vec<Uuid> = keys.iter().map(|k| k.0.0).collect();
        let rows = roles::store::of_people(&self.pool, &self.actor, &ids).await.map_err(Arc::new)?;
        Ok(group(keys, rows, |r| RolesOf(r.person)))
    }
}

/// Key: the first page of an organisation's people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PeopleOf {
    /// Whose.
    pub organisation: OrganisationId,
    /// How many.
    pub first: usize,
}

impl Loader<PeopleOf> for Loaders {
    type Value = Page<Person>;
    type Error = Arc<Error>;
    async fn load(&self, keys: &[PeopleOf]) -> Loaded<PeopleOf, Page<Person>> {
        // Nearly always one length; another one costs another statement.
        let lengths: BTreeSet<usize> = keys.iter().map(|k| k.first).collect();
        let mut found = HashMap::with_capacity(keys.len());
        for first in lengths {
            let page = PageRequest::new(i32::try_from(first).ok(), None).map_err(Arc::new)?;
            let ids: Vec<Uuid> = keys.iter().filter(|k| k.first == first).map(|k| k.organisation.0).collect();
            let pages = people::store::first_of_each(&self.pool, &self.actor, &ids, &page).await.map_err(Arc::new)?;
            found.extend(pages.into_iter().map(|(organisation, page)| (PeopleOf { organisation, first }, page)));
        }
        Ok(found)
    }
}

/// Key: the account of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct AccountOf(pub PersonId);

impl Loader<AccountOf> for Loaders {
    type Value = AccountState;
    type Error = Arc<Error>;
    async fn load(&self, keys: &[AccountOf]) -> Loaded<AccountOf, AccountState> {
        let ids: Vec<Uuid> = keys.iter().map(|k| k.0.0).collect();
        let rows = accounts::states(&self.pool, &ids).await.map_err(Arc::new)?;
        Ok(rows.into_iter().map(|(id, state)| (AccountOf(id), state)).collect())
    }
}

/// Shapes a loader's shared error.
#[expect(clippy::needless_pass_by_value, reason = "the shape that `map_err` wants")]
pub fn broken(error: Arc<Error>) -> async_graphql::Error {
    super::error::shape(Error::internal(error.to_string()))
}

/// Key: the logo of an organisation that may be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct LogoOf(pub OrganisationId);

impl Loader<LogoOf> for Loaders {
    type Value = Logo;
    type Error = Arc<Error>;
    async fn load(&self, keys: &[LogoOf]) -> Loaded<LogoOf, Logo> {
        let ids: Vec<Uuid> = keys.iter().map(|k| k.0.0).collect();
        let logos = organisations::logos::of(&self.pool, &ids).await.map_err(Arc::new)?;
        Ok(logos.into_iter().map(|logo| (LogoOf(logo.organisation), logo)).collect())
    }
}

impl Loader<DecisionId> for Loaders {
    type Value = (Decision, Tally);
    type Error = Arc<Error>;
    async fn load(&self, keys: &[DecisionId]) -> Loaded<DecisionId, (Decision, Tally)> {
        let ids: Vec<Uuid> = keys.iter().map(|k| k.0).collect();
        let rows = decisions::store::visible(&self.pool, &self.actor, &ids).await.map_err(Arc::new)?;
        Ok(rows.into_iter().map(|found| (found.0.id, found)).collect())
    }
}

/// Key: the application behind a membership; who may know of it is judged before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ApplicationOf(pub MembershipId);

impl Loader<ApplicationOf> for Loaders {
    type Value = Application;
    type Error = Arc<Error>;
    async fn load(&self, keys: &[ApplicationOf]) -> Loaded<ApplicationOf, Application> {
        let ids: Vec<Uuid> = keys.iter().map(|k| k.0.0).collect();
        let rows = applications::store::of(&self.pool, &ids).await.map_err(Arc::new)?;
        Ok(rows.into_iter().map(|a| (ApplicationOf(a.membership), a)).collect())
    }
}

/// Key: the referees of an application.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct RefereesOf(pub MembershipId);

impl Loader<RefereesOf> for Loaders {
    type Value = Vec<Referee>;
    type Error = Arc<Error>;
    async fn load(&self, keys: &[RefereesOf]) -> Loaded<RefereesOf, Vec<Referee>> {
        let ids: Vec<Uuid> = keys.iter().map(|k| k.0.0).collect();
        let rows = applications::store::referees(&self.pool, &ids).await.map_err(Arc::new)?;
        Ok(group(keys, rows, |r| RefereesOf(r.membership)))
    }
}

/// Key: how a membership came to where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct StepsOf(pub MembershipId);

impl Loader<StepsOf> for Loaders {
    type Value = Vec<Step>;
    type Error = Arc<Error>;
    async fn load(&self, keys: &[StepsOf]) -> Loaded<StepsOf, Vec<Step>> {
        let ids: Vec<Uuid> = keys.iter().map(|k| k.0.0).collect();
        let rows = applications::store::steps(&self.pool, &ids).await.map_err(Arc::new)?;
        Ok(group(keys, rows, |s| StepsOf(s.membership)))
    }
}

/// Key: the fee of a membership; who may know of it is judged before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct FeeOf(pub MembershipId);

impl Loader<FeeOf> for Loaders {
    type Value = Fee;
    type Error = Arc<Error>;
    async fn load(&self, keys: &[FeeOf]) -> Loaded<FeeOf, Fee> {
        let ids: Vec<Uuid> = keys.iter().map(|k| k.0.0).collect();
        let rows = standing::fees(&self.pool, &ids).await.map_err(Arc::new)?;
        Ok(rows.into_iter().map(|f| (FeeOf(f.membership), f)).collect())
    }
}

impl Loader<DocumentId> for Loaders {
    type Value = Document;
    type Error = Arc<Error>;
    async fn load(&self, keys: &[DocumentId]) -> Loaded<DocumentId, Document> {
        let mut found = HashMap::new();
        for keys in keys.chunks(PageRequest::MOST) {
            let ids: Vec<Uuid> = keys.iter().map(|k| k.0).collect();
            let rows = evidence::store::visible(&self.pool, &self.actor, &ids).await.map_err(Arc::new)?;
            found.extend(rows.into_iter().map(|d| (d.id, d)));
        }
        Ok(found)
    }
}

/// Key: the files of a document that the asker has before them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct FilesOf(pub DocumentId);

impl Loader<FilesOf> for Loaders {
    type Value = Vec<File>;
    type Error = Arc<Error>;
    async fn load(&self, keys: &[FilesOf]) -> Loaded<FilesOf, Vec<File>> {
        let ids: Vec<Uuid> = keys.iter().map(|k| k.0.0).collect();
        let rows = evidence::store::files(&self.pool, &ids).await.map_err(Arc::new)?;
        Ok(group(keys, rows, |file| FilesOf(file.document)))
    }
}

/// Key: a type of document, or a theme, by code.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct TermByCode {
    /// A type of document; otherwise a theme.
    pub kind: bool,
    /// Its code.
    pub code: String,
}

impl Loader<TermByCode> for Loaders {
    type Value = Term;
    type Error = Arc<Error>;
    async fn load(&self, keys: &[TermByCode]) -> Loaded<TermByCode, Term> {
        let mut found = HashMap::new();
        for (kind, list) in [(true, terms::Taxonomy::DocumentType), (false, terms::Taxonomy::Theme)] {
            if keys.iter().any(|key| key.kind == kind) {
                let rows = terms::store::list(&self.pool, list).await.map_err(Arc::new)?;
                let rows = rows.into_iter().map(|t| (TermByCode { kind, code: t.code.clone() }, t));
                found.extend(rows.filter(|(key, _)| keys.contains(key)));
            }
        }
        Ok(found)
    }
}

impl Loader<CampaignId> for Loaders {
    type Value = campaigns::Campaign;
    type Error = Arc<Error>;
    async fn load(&self, keys: &[CampaignId]) -> Loaded<CampaignId, campaigns::Campaign> {
        let mut found = HashMap::new();
        for keys in keys.chunks(PageRequest::MOST) {
            let ids: Vec<Uuid> = keys.iter().map(|k| k.0).collect();
            let rows = campaigns::store::visible(&self.pool, &self.actor, &ids).await.map_err(Arc::new)?;
            found.extend(rows.into_iter().map(|c| (c.id, c)));
        }
        Ok(found)
    }
}

/// Key: everything a campaign's plan is made of; who may know what of it is judged by whoever asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ItemsOf(pub CampaignId);

impl Loader<ItemsOf> for Loaders {
    type Value = Vec<campaigns::Item>;
    type Error = Arc<Error>;
    async fn load(&self, keys: &[ItemsOf]) -> Loaded<ItemsOf, Vec<campaigns::Item>> {
        let ids: Vec<Uuid> = keys.iter().map(|k| k.0.0).collect();
        let rows = campaigns::item_store::items(&self.pool, &ids, campaigns::ItemKind::ALL).await.map_err(Arc::new)?;
        Ok(group(keys, rows, |item| ItemsOf(item.campaign)))
    }
}

/// Key: the values of an indicator; who may know them is judged before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ValuesOf(pub CampaignItemId);

impl Loader<ValuesOf> for Loaders {
    type Value = Vec<campaigns::measures::Value>;
    type Error = Arc<Error>;
    async fn load(&self, keys: &[ValuesOf]) -> Loaded<ValuesOf, Vec<campaigns::measures::Value>> {
        let ids: Vec<Uuid> = keys.iter().map(|k| k.0.0).collect();
        let rows = campaigns::measures::list(&self.pool, &ids).await.map_err(Arc::new)?;
        Ok(group(keys, rows, |value| ValuesOf(value.indicator)))
    }
}

/// Key: what was found of a commitment; who may know it is judged before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct FollowUpsOf(pub CommitmentId);

impl Loader<FollowUpsOf> for Loaders {
    type Value = Vec<commitments::FollowUp>;
    type Error = Arc<Error>;
    async fn load(&self, keys: &[FollowUpsOf]) -> Loaded<FollowUpsOf, Vec<commitments::FollowUp>> {
        let ids: Vec<Uuid> = keys.iter().map(|k| k.0.0).collect();
        let rows = commitments::store::followups(&self.pool, &ids, None).await.map_err(Arc::new)?;
        Ok(group(keys, rows, |found| FollowUpsOf(found.commitment)))
    }
}

/// Key: seats of a dialogue by group; who may know it is judged before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct SeatsOf(pub DialogueId);

impl Loader<SeatsOf> for Loaders {
    type Value = Vec<dialogues::Seats>;
    type Error = Arc<Error>;
    async fn load(&self, keys: &[SeatsOf]) -> Loaded<SeatsOf, Vec<dialogues::Seats>> {
        let ids: Vec<Uuid> = keys.iter().map(|k| k.0.0).collect();
        let rows = dialogues::store::seats(&self.pool, &ids).await.map_err(Arc::new)?;
        let mut found: HashMap<SeatsOf, Vec<dialogues::Seats>> = keys.iter().map(|k| (*k, Vec::new())).collect();
        for (dialogue, of) in rows {
            found.entry(SeatsOf(dialogue)).or_default().push(of);
        }
        Ok(found)
    }
}

/// Key: what is arranged for a dialogue; who may know it is judged before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ArrangedFor(pub DialogueId);

impl Loader<ArrangedFor> for Loaders {
    type Value = dialogues::arrangements::Arrangements;
    type Error = Arc<Error>;
    async fn load(&self, keys: &[ArrangedFor]) -> Loaded<ArrangedFor, dialogues::arrangements::Arrangements> {
        let ids: Vec<Uuid> = keys.iter().map(|k| k.0.0).collect();
        let mut db = self.pool.acquire().await.map_err(|error| Arc::new(error.into()))?;
        let found = dialogues::arrangements_store::of_many(&mut db, &ids).await.map_err(Arc::new)?;
        Ok(found.into_iter().map(|(id, arranged)| (ArrangedFor(id), arranged)).collect())
    }
}

/// Key: the letters of an invitation; who may know it is judged before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct LettersOf(pub InvitationId);

impl Loader<LettersOf> for Loaders {
    type Value = Vec<dialogues::store::Sent>;
    type Error = Arc<Error>;
    async fn load(&self, keys: &[LettersOf]) -> Loaded<LettersOf, Vec<dialogues::store::Sent>> {
        let ids: Vec<Uuid> = keys.iter().map(|k| k.0.0).collect();
        let mut found: HashMap<LettersOf, Vec<_>> = HashMap::new();
        for (id, sent) in dialogues::store::letters(&self.pool, &ids).await.map_err(Arc::new)? {
            found.entry(LettersOf(id)).or_default().push(sent);
        }
        Ok(found)
    }
}

/// Key: the agenda of a dialogue; who may know it is judged before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct AgendaOf(pub DialogueId);

impl Loader<AgendaOf> for Loaders {
    type Value = Vec<dialogues::agenda::AgendaItem>;
    type Error = Arc<Error>;
    async fn load(&self, keys: &[AgendaOf]) -> Loaded<AgendaOf, Vec<dialogues::agenda::AgendaItem>> {
        let ids: Vec<Uuid> = keys.iter().map(|k| k.0.0).collect();
        let rows = dialogues::day_store::agenda(&self.pool, &ids).await.map_err(Arc::new)?;
        let mut found: HashMap<AgendaOf, Vec<_>> = keys.iter().map(|k| (*k, Vec::new())).collect();
        for (dialogue, item) in rows {
            found.entry(AgendaOf(dialogue)).or_default().push(item);
        }
        Ok(found)
    }
}

/// Key: who is asked about an outcome; who may know it is judged before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct AskedOf(pub OutcomeId);

impl Loader<AskedOf> for Loaders {
    type Value = Vec<outcomes::Substantiation>;
    type Error = Arc<Error>;
    async fn load(&self, keys: &[AskedOf]) -> Loaded<AskedOf, Vec<outcomes::Substantiation>> {
        let ids: Vec<Uuid> = keys.iter().map(|k| k.0.0).collect();
        let rows = outcomes::store::asked(&self.pool, &ids).await.map_err(Arc::new)?;
        Ok(group(keys, rows, |asked| AskedOf(asked.outcome)))
    }
}

/// Key: how much was said of something in a campaign, by its bare id; who may know it is judged before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct SaidOf(pub Uuid);

impl Loader<SaidOf> for Loaders {
    type Value = i64;
    type Error = Arc<Error>;
    async fn load(&self, keys: &[SaidOf]) -> Loaded<SaidOf, i64> {
        let ids: Vec<Uuid> = keys.iter().map(|k| k.0).collect();
        let rows = campaigns::comment_store::counts(&self.pool, &ids).await.map_err(Arc::new)?;
        Ok(rows.into_iter().map(|(id, count)| (SaidOf(id), count)).collect())
    }
}

/// Key: the documents that something in a campaign rests on, by its bare id; the library judges who may know them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DocumentsOf(pub Uuid);

impl Loader<DocumentsOf> for Loaders {
    type Value = Vec<DocumentId>;
    type Error = Arc<Error>;
    async fn load(&self, keys: &[DocumentsOf]) -> Loaded<DocumentsOf, Vec<DocumentId>> {
        let ids: Vec<Uuid> = keys.iter().map(|k| k.0).collect();
        let rows = campaigns::document_store::of(&self.pool, &ids).await.map_err(Arc::new)?;
        let grouped = group(keys, rows, |(about, _)| DocumentsOf(*about));
        Ok(grouped.into_iter().map(|(k, v)| (k, v.into_iter().map(|(_, d)| d).collect())).collect())
    }
}

impl Loader<PaperId> for Loaders {
    type Value = Paper;
    type Error = Arc<Error>;
    async fn load(&self, keys: &[PaperId]) -> Loaded<PaperId, Paper> {
        let mut found = HashMap::new();
        for keys in keys.chunks(PageRequest::MOST) {
            let ids: Vec<Uuid> = keys.iter().map(|k| k.0).collect();
            let rows = papers::store::visible(&self.pool, &self.actor, &ids).await.map_err(Arc::new)?;
            found.extend(rows.into_iter().map(|p| (p.id, p)));
        }
        Ok(found)
    }
}

/// How many comments on a paper are open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct OpenCommentsOf(pub PaperId);

impl Loader<OpenCommentsOf> for Loaders {
    type Value = i64;
    type Error = Arc<Error>;
    async fn load(&self, keys: &[OpenCommentsOf]) -> Loaded<OpenCommentsOf, i64> {
        let ids: Vec<Uuid> = keys.iter().map(|k| k.0.0).collect();
        let rows = papers::comments::count_open(&self.pool, &ids).await.map_err(Arc::new)?;
        Ok(rows.into_iter().map(|(id, open)| (OpenCommentsOf(id), open)).collect())
    }
}
