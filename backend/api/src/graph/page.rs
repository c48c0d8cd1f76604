//! Relay connections out of pages.

use async_graphql::SimpleObject;
use sala_kernel::{Page, PageRequest};

use super::{error::shape, rows::Row};

/// Where a page ends and whether another follows.
#[derive(Debug, Clone, SimpleObject)]
pub struct PageInfo {
    /// Another page follows.
    has_next_page: bool,
    /// Always false: pages go forwards only.
    has_previous_page: bool,
    /// Cursor of the first row.
    start_cursor: Option<String>,
    /// Cursor of the last row; pass it as `after` for the next page.
    end_cursor: Option<String>,
}

macro_rules! connections {
    ($($connection:ident of $edge:ident of $node:path, $what:literal;)+) => {$(
        #[doc = concat!("One row of a list of ", $what, ".")]
        #[derive(Debug, SimpleObject)]
        pub struct $edge {
            /// Its place in the list.
            cursor: String,
            /// The thing.
            node: Row<$node>,
        }

        #[doc = concat!("A page of a list of ", $what, ".")]
        #[derive(Debug, SimpleObject)]
        pub struct $connection {
            /// The rows.
            edges: Vec<$edge>,
            /// Where the page ends.
            page_info: PageInfo,
            /// Rows in the whole list, as far as you may see.
            total_count: i64,
        }

        impl $connection {
            /// Shapes a page.
            pub fn of<M: Into<$node>>(page: Page<M>) -> Self {
                let edges: Vec<$edge> =
                    page.items.into_iter().map(|(cursor, item)| $edge { cursor, node: Row(item.into()) }).collect();
                Self {
                    page_info: PageInfo {
                        has_next_page: page.more,
                        has_previous_page: false,
                        start_cursor: edges.first().map(|e| e.cursor.clone()),
                        end_cursor: edges.last().map(|e| e.cursor.clone()),
                    },
                    edges,
                    total_count: page.total,
                }
            }
        }
    )+};
}

connections! {
    MembershipConnection of MembershipEdge of super::memberships::Membership, "members";
    DecisionConnection of DecisionEdge of super::decisions::Decision, "decisions";
    PositionConnection of PositionEdge of super::decisions::Position, "voters and their ballots";
    DueConnection of DueEdge of super::duties::Due, "duties and how members stand with them";
    SeatConnection of SeatEdge of super::groups::Seat, "seats in a working group";
    WorkingGroupConnection of WorkingGroupEdge of super::groups::Group, "working groups";
    MeetingConnection of MeetingEdge of super::groups::Meeting, "meetings";
    PersonConnection of PersonEdge of super::people::Person, "people";
    HolidayConnection of HolidayEdge of super::holidays::Holiday, "public holidays";
    PlaceConnection of PlaceEdge of super::places::Place, "places";
    EvidenceConnection of EvidenceEdge of super::evidence::Document, "documents";
    EvidenceTwinsConnection of EvidenceTwinsEdge of super::evidence::EvidenceTwins, "documents that came twice";
    EvidenceRequestConnection of EvidenceRequestEdge of super::evidence::EvidenceRequest, "what was asked of the library";
    CampaignConnection of CampaignEdge of super::campaigns::Campaign, "campaigns";
    CampaignWorkConnection of CampaignWorkEdge of super::campaigns::CampaignWork, "work in a campaign";
    CampaignCommentConnection of CampaignCommentEdge of super::campaigns::CampaignComment, "comments in a campaign";
    OutcomeConnection of OutcomeEdge of super::campaigns::Outcome, "outcomes of a campaign";
    CampaignChangeConnection of CampaignChangeEdge of super::campaigns::CampaignChange, "changes in a campaign";
    PaperConnection of PaperEdge of super::papers::Paper, "papers";
    PaperCommentConnection of PaperCommentEdge of super::papers::PaperComment, "comments on a paper";
    PaperReplyConnection of PaperReplyEdge of super::papers::PaperReply, "replies to a comment";
    PaperRevisionConnection of PaperRevisionEdge of super::papers::PaperRevision, "revisions of a paper";
    EndorsementConnection of EndorsementEdge of super::signing::Endorsement, "organisations that sign a text";
    SignOnRowConnection of SignOnRowEdge of super::signing::SignOnRow, "members and what they have said to a text";
    OwnStatementConnection of OwnStatementEdge of super::signing::OwnStatement, "what an organisation has said to papers";
    GuestConnection of GuestEdge of super::signing::Guest, "organisations outside the network";
    DeliveryConnection of DeliveryEdge of super::signing::Delivery, "deliveries of a text";
    StakeholderMapConnection of StakeholderMapEdge of super::stakeholders::StakeholderMap, "maps of stakeholders";
    StakeholderConnection of StakeholderEdge of super::stakeholders::Stakeholder, "stakeholders";
    EngagementConnection of EngagementEdge of super::stakeholders::Engagement, "contacts with stakeholders";
    MapActConnection of MapActEdge of super::stakeholders::MapAct, "what was done on a map";
    DialogueConnection of DialogueEdge of super::dialogues::Dialogue, "dialogues";
    DialogueInvitationConnection of DialogueInvitationEdge of super::dialogues::DialogueInvitation, "invitations to a dialogue";
    DialogueAttendanceConnection of DialogueAttendanceEdge of super::dialogues::DialogueAttendance, "people at a dialogue";
    CommitmentConnection of CommitmentEdge of super::commitments::Commitment, "commitments";
    MailConnection of MailEdge of super::viewer::Mail, "mails";
}

/// Checks `first` and `after`.
pub fn request(first: Option<i32>, after: Option<&str>) -> async_graphql::Result<PageRequest> {
    PageRequest::new(first, after).map_err(shape)
}
