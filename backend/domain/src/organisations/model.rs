//! What an organisation is.

use sala_kernel::{LText, OrganisationId, PlaceCode};

use crate::access::Level;

sala_kernel::db_enum! {
    /// How it stands with the authorities.
    pub enum Registration as "registration_status" {
        /// Registered with the Ministry of Interior.
        RegisteredMoi = "registered_moi",
        /// Memorandum with the Ministry of Foreign Affairs.
        MouMofaic = "mou_mofaic",
        /// Cooperative, union, community entity.
        RegisteredOther = "registered_other",
        /// Not registered: hidden unless it asks otherwise.
        Unregistered = "unregistered",
        /// Registration applied for.
        InProcess = "in_process",
    }
}

sala_kernel::db_enum! {
    /// How many paid staff.
    pub enum StaffBand as "staff_band" {
        /// Volunteers only.
        None = "none",
        /// 1 to 5.
        To5 = "to_5",
        /// 6 to 20.
        To20 = "to_20",
        /// 21 to 50.
        To50 = "to_50",
        /// 51 and more.
        Over50 = "over_50",
    }
}

sala_kernel::db_enum! {
    /// How an organisation is reached.
    pub enum Channel as "channel" {
        /// By e-mail.
        Email = "email",
        /// By telephone.
        Phone = "phone",
        /// On Telegram.
        Telegram = "telegram",
        /// On Messenger.
        Messenger = "messenger",
        /// By letter.
        Post = "post",
    }
}

sala_kernel::db_enum! {
    /// Whether others may put the logo under a joint text.
    pub enum LogoUse as "logo_use" {
        /// Without asking.
        Always = "always",
        /// After asking, each time.
        AskEachTime = "ask_each_time",
        /// Not at all.
        Never = "never",
    }
}

/// An organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    /// Its id.
    pub id: OrganisationId,
    /// Its legal name.
    pub name: LText,
    /// Its acronym.
    pub acronym: String,
    /// Code of its type (taxonomy `organisation_type`).
    pub kind: String,
    /// Year of its founding.
    pub year_founded: Option<i32>,
    /// How it stands with the authorities.
    pub registration: Registration,
    /// Its number there.
    pub registration_number: String,
    /// Where its headquarters are.
    pub hq: Option<PlaceCode>,
    /// How many paid staff.
    pub staff: Option<StaffBand>,
    /// Led by women; unknown when not said.
    pub women_led: Option<bool>,
    /// Led by youth.
    pub youth_led: Option<bool>,
    /// An organisation of persons with disabilities.
    pub opd: Option<bool>,
    /// Led by indigenous people.
    pub indigenous_led: Option<bool>,
    /// Its website.
    pub website: String,
    /// Its address for mail.
    pub email: String,
    /// Its telephone.
    pub phone: String,
    /// Its name or number on Telegram.
    pub telegram: String,
    /// Its name on Messenger.
    pub messenger: String,
    /// Where letters go.
    pub postal_address: String,
    /// How it likes to be reached.
    pub preferred_channel: Option<Channel>,
    /// Whether others may use its logo.
    pub logo_use: LogoUse,
    /// What it does.
    pub description: LText,
    /// How widely it is known.
    pub listing: Level,
    /// Its fiscal or legal host.
    pub host: Option<OrganisationId>,
    /// Counts its changes.
    pub version: i32,
}

impl Organisation {
    /// An organisation of which only the name is known.
    pub const fn blank(id: OrganisationId, name: LText) -> Self {
        Self {
            id,
            name,
            acronym: String::new(),
            kind: String::new(),
            year_founded: None,
            registration: Registration::InProcess,
            registration_number: String::new(),
            hq: None,
            staff: None,
            women_led: None,
            youth_led: None,
            opd: None,
            indigenous_led: None,
            website: String::new(),
            email: String::new(),
            phone: String::new(),
            telegram: String::new(),
            messenger: String::new(),
            postal_address: String::new(),
            preferred_channel: None,
            logo_use: LogoUse::AskEachTime,
            description: LText { en: String::new(), km: String::new() },
            listing: Level::Members,
            host: None,
            version: 1,
        }
    }
}

/// A new organisation.
#[derive(Debug, Clone)]
pub struct NewOrganisation {
    /// Its name.
    pub name: LText,
    /// Its acronym.
    pub acronym: String,
    /// Code of its type.
    pub kind: String,
    /// How it stands with the authorities.
    pub registration: Registration,
    /// Where its headquarters are.
    pub hq: Option<PlaceCode>,
    /// How widely it is known; when not said, an unregistered group is hidden and others are known to members.
    pub listing: Option<Level>,
    /// Its host.
    pub host: Option<OrganisationId>,
    /// Codes of its themes.
    pub themes: Vec<String>,
}

/// A change; what is `None` stays.
#[derive(Debug, Clone, Default)]
pub struct OrganisationEdit {
    /// New name.
    pub name: Option<LText>,
    /// New acronym.
    pub acronym: Option<String>,
    /// New type.
    pub kind: Option<String>,
    /// New year; inner `None` removes it.
    pub year_founded: Option<Option<i32>>,
    /// New headquarters; inner `None` removes them.
    pub hq: Option<Option<PlaceCode>>,
    /// New website.
    pub website: Option<String>,
    /// New address for mail.
    pub email: Option<String>,
    /// New telephone.
    pub phone: Option<String>,
    /// New name on Telegram.
    pub telegram: Option<String>,
    /// New name on Messenger.
    pub messenger: Option<String>,
    /// New postal address.
    pub postal_address: Option<String>,
    /// New preferred channel; inner `None` removes it.
    pub preferred_channel: Option<Option<Channel>>,
    /// New standing with the authorities.
    pub registration: Option<Registration>,
    /// New number there.
    pub registration_number: Option<String>,
    /// New number of staff; inner `None` removes it.
    pub staff: Option<Option<StaffBand>>,
    /// Led by women; inner `None`: not said.
    pub women_led: Option<Option<bool>>,
    /// Led by youth.
    pub youth_led: Option<Option<bool>>,
    /// Of persons with disabilities.
    pub opd: Option<Option<bool>>,
    /// Led by indigenous people.
    pub indigenous_led: Option<Option<bool>>,
    /// New rule for its logo.
    pub logo_use: Option<LogoUse>,
    /// New description.
    pub description: Option<LText>,
    /// New themes, all of them.
    pub themes: Option<Vec<String>>,
    /// New places of work, all of them.
    pub works_in: Option<Vec<PlaceCode>>,
}
