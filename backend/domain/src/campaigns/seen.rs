//! How far somebody knows campaigns, for lists of what hangs on them.

use uuid::Uuid;

use crate::access::{Action, Actor, Level, Reach};

/// How far an actor knows campaigns, as parameters: what everybody knows of them, what members do, what teams do.
pub(crate) struct Seen {
    pub(crate) tickets: Option<Vec<String>>,
    pub(crate) members: Vec<Uuid>,
    pub(crate) networks: Vec<Uuid>,
    pub(crate) groups: Vec<Uuid>,
    pub(crate) owners: Vec<Uuid>,
}

impl Seen {
    /// How far this one does.
    pub(crate) fn of(actor: &Actor) -> Self {
        let view = Reach::with_self(actor, Action::ViewCampaign);
        let inside = Reach::with_self(actor, Action::ViewCampaignInside);
        Self {
            members: view.networks_at(Level::Members),
            networks: inside.networks_at(Level::Restricted),
            groups: inside.group_ids(),
            owners: inside.owner_ids(),
            tickets: (!view.all).then(|| view.tickets()),
        }
    }

    /// Everything: for decisions, not for showing.
    pub(crate) const EVERYTHING: Self =
        Self { tickets: None, members: Vec::new(), networks: Vec::new(), groups: Vec::new(), owners: Vec::new() };
}
