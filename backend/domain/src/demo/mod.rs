//! The demo network OCN: invented organisations and people in real places.

mod duties;
mod groups;

use sala_kernel::{Env, LText, Language, NetworkId, OrganisationId, PersonId, PlaceCode, Pool, Result, Tx};

use crate::{
    access::{Actor, Level, Role},
    hub,
    memberships::{self, Tier},
    networks::{self, NetworkEdit, NetworkKind, NewNetwork},
    organisations::{self, Channel, NewOrganisation, OrganisationEdit, Registration, StaffBand},
    people::{self, NewPerson, PersonName, Sex},
    roles,
};

/// A person with whom a visitor may try the demo.
#[derive(Debug, Clone, Copy)]
pub struct Face {
    /// Sign-in address.
    pub email: &'static str,
    /// What they are in one word, as in [`Role`].
    pub role: Role,
}

struct Org(
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    Tier,
    &'static str,
    Registration,
    &'static [&'static str],
);

const ORGANISATIONS: &[Org] = &[
    Org(
        "RVO",
        "Romdoul Voice Organization",
        "អង្គការសំឡេងរំដួល",
        "local_ngo",
        Tier::Full,
        "1212",
        Registration::RegisteredMoi,
        &["dnd", "citizen_participation", "a2i"],
    ),
    Org(
        "KBL",
        "Khmer Budget Lens",
        "កែវយឺតថវិកាខ្មែរ",
        "local_ngo",
        Tier::Full,
        "1212",
        Registration::RegisteredMoi,
        &["commune_budget", "national_budget", "subnational_budget"],
    ),
    Org(
        "TMYA",
        "Tonle Mekhala Youth Association",
        "សមាគមយុវជនទន្លេមេខលា",
        "association",
        Tier::Full,
        "0602",
        Registration::RegisteredMoi,
        &["youth", "citizen_participation"],
    ),
    Org(
        "KCFC",
        "Kravanh Community Forestry Committee",
        "គណៈកម្មការសហគមន៍ព្រៃឈើក្រវ៉ាញ",
        "community_forestry",
        Tier::Full,
        "1504",
        Registration::RegisteredOther,
        &["natural_resources", "climate"],
    ),
    Org(
        "CDRO",
        "Chanreaksmey Disability Rights Organization",
        "អង្គការសិទ្ធិជនពិការច័ន្ទរស្មី",
        "opd",
        Tier::Full,
        "0201",
        Registration::RegisteredMoi,
        &["disability", "public_services"],
    ),
    Org(
        "SMVF",
        "Sangkae Market Vendors' Federation",
        "សហព័ន្ធអ្នកលក់ដូរសង្កែ",
        "federation",
        Tier::Full,
        "0208",
        Registration::RegisteredOther,
        &["labour", "livelihoods"],
    ),
    Org(
        "MRWU",
        "Moung Ruessei Water Users",
        "សហគមន៍អ្នកប្រើប្រាស់ទឹកមោងឫស្សី",
        "farmer_water_user_community",
        Tier::Full,
        "0206",
        Registration::RegisteredOther,
        &["wash", "livelihoods"],
    ),
    Org(
        "CKWS",
        "Chi Kraeng Women's Savings Group",
        "ក្រុមស្ត្រីសន្សំជីក្រែង",
        "informal_group",
        Tier::Associate,
        "170403",
        Registration::Unregistered,
        &["gender", "livelihoods"],
    ),
    Org(
        "BKIW",
        "Bar Kaev Indigenous Women's Circle",
        "ក្រុមស្ត្រីជនជាតិដើមភាគតិចបរកែវ",
        "informal_group",
        Tier::Associate,
        "1603",
        Registration::Unregistered,
        &["indigenous", "gender"],
    ),
    Org(
        "PCPR",
        "Phka Chhouk Policy Research Centre",
        "មជ្ឈមណ្ឌលស្រាវជ្រាវគោលនយោបាយផ្កាឈូក",
        "research_think_tank",
        Tier::Observer,
        "1202",
        Registration::RegisteredMoi,
        &["governance", "a2i"],
    ),
];

struct Someone {
    latin: (&'static str, &'static str),
    khmer: (&'static str, &'static str),
    sex: Sex,
    email: &'static str,
    organisation: &'static str,
    position: (&'static str, &'static str),
    roles: &'static [(Role, bool)],
}

/// `true` beside a role: held for the organisation.
const PEOPLE: &[Someone] = &[
    Someone {
        latin: ("Sok", "Dara"),
        khmer: ("សុខ", "ដារ៉ា"),
        sex: Sex::Male,
        email: "dara@ocn.example",
        organisation: "RVO",
        position: ("Network coordinator", "អ្នកសម្របសម្រួលបណ្តាញ"),
        roles: &[(Role::Coordinator, false)],
    },
    Someone {
        latin: ("Prak", "Samnang"),
        khmer: ("ប្រាក់", "សំណាង"),
        sex: Sex::Male,
        email: "samnang@ocn.example",
        organisation: "KCFC",
        position: ("Chair of the committee", "ប្រធានគណៈកម្មការ"),
        roles: &[(Role::SteeringChair, false), (Role::Representative, true)],
    },
    Someone {
        latin: ("Chan", "Sreymom"),
        khmer: ("ចាន់", "ស្រីមុំ"),
        sex: Sex::Female,
        email: "sreymom@ocn.example",
        organisation: "KBL",
        position: ("Policy officer", "មន្ត្រីគោលនយោបាយ"),
        roles: &[(Role::Contributor, true)],
    },
    Someone {
        latin: ("Keo", "Bopha"),
        khmer: ("កែវ", "បុប្ផា"),
        sex: Sex::Female,
        email: "bopha@ocn.example",
        organisation: "TMYA",
        position: ("Executive director", "នាយិកាប្រតិបត្តិ"),
        roles: &[(Role::Signatory, true), (Role::Representative, true)],
    },
    Someone {
        latin: ("Ouk", "Sarin"),
        khmer: ("អ៊ុក", "សារិន"),
        sex: Sex::Male,
        email: "sarin@ocn.example",
        organisation: "SMVF",
        position: ("President", "ប្រធានសហព័ន្ធ"),
        roles: &[(Role::Signatory, true)],
    },
    Someone {
        latin: ("Nhem", "Vuthy"),
        khmer: ("ញ៉ែម", "វុទ្ធី"),
        sex: Sex::Male,
        email: "vuthy@ocn.example",
        organisation: "RVO",
        position: ("Events officer", "មន្ត្រីព្រឹត្តិការណ៍"),
        roles: &[(Role::Organiser, false)],
    },
    Someone {
        latin: ("Lim", "Kunthea"),
        khmer: ("លឹម", "គន្ធា"),
        sex: Sex::Female,
        email: "kunthea@ocn.example",
        organisation: "PCPR",
        position: ("Librarian", "បណ្ណារក្ស"),
        roles: &[(Role::KnowledgeManager, false)],
    },
    Someone {
        latin: ("Phal", "Chenda"),
        khmer: ("ផល", "ចិន្តា"),
        sex: Sex::Female,
        email: "chenda@ocn.example",
        organisation: "KBL",
        position: ("MEAL officer", "មន្ត្រីតាមដាន និងវាយតម្លៃ"),
        roles: &[(Role::MealOfficer, false)],
    },
    Someone {
        latin: ("Hem", "Rattana"),
        khmer: ("ហែម", "រតនា"),
        sex: Sex::Female,
        email: "rattana@ocn.example",
        organisation: "MRWU",
        position: ("Secretary", "លេខាធិការ"),
        roles: &[(Role::Representative, true)],
    },
];

/// The people offered for one-click demo sign-in, with what each is there to show.
pub const FACES: &[Face] = &[
    Face { email: "dara@ocn.example", role: Role::Coordinator },
    Face { email: "samnang@ocn.example", role: Role::SteeringChair },
    Face { email: "bopha@ocn.example", role: Role::Signatory },
    Face { email: "sarin@ocn.example", role: Role::Signatory },
    Face { email: "sreymom@ocn.example", role: Role::Contributor },
    Face { email: "rattana@ocn.example", role: Role::Representative },
    Face { email: "vuthy@ocn.example", role: Role::Organiser },
    Face { email: "kunthea@ocn.example", role: Role::KnowledgeManager },
    Face { email: "chenda@ocn.example", role: Role::MealOfficer },
];

/// What the demo is made of, for those who add to it.
#[derive(Debug, Clone)]
pub struct Ocn {
    /// The network.
    pub network: NetworkId,
    /// Its organisations by acronym.
    pub organisations: Vec<(&'static str, OrganisationId)>,
    /// Its people by sign-in address.
    pub people: Vec<(&'static str, PersonId)>,
}

impl Ocn {
    /// An organisation by its acronym.
    pub fn organisation(&self, acronym: &str) -> Option<OrganisationId> {
        self.organisations.iter().find(|(a, _)| *a == acronym).map(|(_, id)| *id)
    }

    /// A person by their sign-in address.
    pub fn person(&self, email: &str) -> Option<PersonId> {
        self.people.iter().find(|(e, _)| *e == email).map(|(_, id)| *id)
    }
}

/// Loads the demo network into an empty hub; `None` when the hub is set up already.
pub async fn load(pool: &Pool, env: &Env) -> Result<Option<Ocn>> {
    let hub = hub::lookup(pool).await?;
    if hub.ready || !hub.demo {
        return Ok(None);
    }
    // What an interrupted first start has left: half a demo is worse than none.
    hub::clear_unfinished(pool).await?;
    let service = Actor::Service;
    let mut tx = pool.begin().await?;
    let network = networks::store::insert(
        &mut tx,
        env,
        &NewNetwork {
            name: LText::new("Open Commune Network", "បណ្តាញឃុំបើកចំហ"),
            acronym: "OCN".into(),
            kind: NetworkKind::Network,
        },
    )
    .await?;
    tx.commit().await?;
    networks::service::edit(
        pool,
        env,
        &service,
        network,
        1,
        NetworkEdit {
            mission: Some(LText::new(
                "Communes that plan, spend and answer in the open, with every citizen able to know and take part.",
                "ឃុំដែលរៀបផែនការ ចំណាយ និងឆ្លើយតបដោយបើកចំហ ដើម្បីឱ្យប្រជាពលរដ្ឋគ្រប់រូបអាចដឹង និងចូលរួម។",
            )),
            public_page: Some(true),
            takes_applications: Some(true),
            code_of_conduct: Some(LText::new(
                "1. We put the people we work with first and do them no harm.\n2. We are independent of every political party.\n\
                 3. We say where our money comes from and how it is spent.\n4. We protect children and adults at risk, and answer \
                 complaints.\n5. What we learn in confidence stays in confidence.",
                "១. យើងគិតដល់ប្រជាពលរដ្ឋដែលយើងធ្វើការជាមួយជាមុន ហើយមិនបង្កគ្រោះថ្នាក់ដល់ពួកគេ។\n២. យើងឯករាជ្យពីគណបក្សនយោបាយទាំងអស់។\n\
                 ៣. យើងប្រាប់ពីប្រភពថវិកា និងការចំណាយ។\n៤. យើងការពារកុមារ និងមនុស្សងាយរងគ្រោះ ហើយឆ្លើយតបបណ្តឹង។\n\
                 ៥. អ្វីដែលយើងដឹងជាការសម្ងាត់ ត្រូវរក្សាជាការសម្ងាត់។",
            )),
            ..NetworkEdit::default()
        },
    )
    .await?;
    let mut ocn = Ocn { network, organisations: Vec::new(), people: Vec::new() };
    for org in ORGANISATIONS {
        add_organisation(pool, env, &mut ocn, org).await?;
    }
    let mut tx = pool.begin().await?;
    for someone in PEOPLE {
        add_person(&mut tx, env, &mut ocn, someone).await?;
    }
    tx.commit().await?;
    groups::add(pool, env, &ocn).await?;
    duties::add(pool, env, &ocn).await?;
    Ok(Some(ocn))
}

async fn add_organisation(pool: &Pool, env: &Env, ocn: &mut Ocn, org: &Org) -> Result<()> {
    let Org(acronym, en, km, kind, tier, hq, registration, themes) = org;
    let hidden = *registration == Registration::Unregistered;
    let host = if hidden { ocn.organisation("RVO") } else { None };
    let membership = memberships::service::add(
        pool,
        env,
        &Actor::Service,
        ocn.network,
        NewOrganisation {
            name: LText::new(*en, *km),
            acronym: (*acronym).into(),
            kind: (*kind).into(),
            registration: *registration,
            hq: Some(PlaceCode((*hq).into())),
            listing: Some(if hidden { Level::Restricted } else { Level::Public }),
            host,
            themes: themes.iter().map(|t| (*t).to_owned()).collect(),
        },
        *tier,
    )
    .await?;
    let id = membership.organisation;
    ocn.organisations.push((acronym, id));
    if !hidden {
        let domain = acronym.to_lowercase();
        let province = PlaceCode(hq.get(..2).unwrap_or_default().to_owned());
        let edit = OrganisationEdit {
            year_founded: Some(Some(2010)),
            email: Some(format!("office@{domain}.example")),
            website: Some(format!("https://{domain}.example")),
            works_in: Some(vec![province]),
            telegram: Some(format!("@{domain}_ocn")),
            preferred_channel: Some(Some(Channel::Telegram)),
            staff: Some(Some(StaffBand::To20)),
            youth_led: (*acronym == "TMYA").then_some(Some(true)),
            opd: (*acronym == "CDRO").then_some(Some(true)),
            ..OrganisationEdit::default()
        };
        organisations::service::edit(pool, env, &Actor::Service, id, 1, edit).await?;
    }
    Ok(())
}

async fn add_person(tx: &mut Tx<'_>, env: &Env, ocn: &mut Ocn, someone: &Someone) -> Result<()> {
    let Some(organisation) = ocn.organisation(someone.organisation) else { return Ok(()) };
    let new = NewPerson {
        name: PersonName {
            family_km: someone.khmer.0.into(),
            given_km: someone.khmer.1.into(),
            family_latin: someone.latin.0.into(),
            given_latin: someone.latin.1.into(),
        },
        email: someone.email.into(),
        language: Language::Km,
        sex: someone.sex,
        position: LText::new(someone.position.0, someone.position.1),
    };
    let person = people::service::add_in(tx, env, &Actor::Service, organisation, &new).await?;
    for (role, for_organisation) in someone.roles {
        let organisation = for_organisation.then_some(organisation);
        roles::service::grant_in(
            tx,
            env,
            &Actor::Service,
            roles::service::NewRole::plain(ocn.network, person, organisation, *role),
        )
        .await?;
    }
    ocn.people.push((someone.email, person));
    Ok(())
}

/// Name and organisation of each face, for the sign-in page of a demo hub.
pub async fn names(db: impl sqlx::PgExecutor<'_>) -> Result<Vec<(String, LText, String)>> {
    let emails: Vec<String> = FACES.iter().map(|f| f.email.to_owned()).collect();
    let rows = sqlx::query!(
        "SELECT p.email, p.family_latin, p.given_latin, p.family_km, p.given_km, o.acronym
         FROM people p JOIN affiliations a ON a.person_id = p.id JOIN organisations o ON o.id = a.organisation_id
         WHERE p.email = ANY($1)",
        &emails,
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|r| {
            let name =
                LText::new(format!("{} {}", r.family_latin, r.given_latin), format!("{} {}", r.family_km, r.given_km));
            (r.email, name, r.acronym)
        })
        .collect())
}

/// One of the demo's people by address.
pub async fn person(db: impl sqlx::PgExecutor<'_>, email: &str) -> Result<Option<PersonId>> {
    let id = sqlx::query_scalar!("SELECT id FROM people WHERE email = $1 ORDER BY id LIMIT 1", email)
        .fetch_optional(db)
        .await?;
    Ok(id.map(PersonId))
}
