import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type {
  Channel,
  FeeStatus,
  LogoUse,
  MembershipState,
  Registration,
  Role,
  Sensitivity,
  StaffBand,
  Tier,
} from "../graphql/schema";

export const TIERS: Record<Tier, MessageDescriptor> = {
  FULL: msg`full`,
  ASSOCIATE: msg`associate`,
  OBSERVER: msg`observer`,
  PARTNER: msg`partner`,
};

export const STATES: Record<MembershipState, MessageDescriptor> = {
  DRAFT: msg`draft`,
  APPLIED: msg`applied`,
  UNDER_REVIEW: msg`under review`,
  RECOMMENDED: msg`recommended`,
  RETURNED: msg`returned`,
  ACTIVE: msg`active`,
  LAPSED: msg`lapsed`,
  SUSPENDED: msg`suspended`,
  TERMINATED: msg`terminated`,
  RESIGNED: msg`resigned`,
};

export const ROLES: Record<Role, MessageDescriptor> = {
  COORDINATOR: msg`Network coordinator`,
  STEERING_CHAIR: msg`Steering committee chair`,
  STEERING_MEMBER: msg`Steering committee member`,
  CONVENOR: msg`Working group convenor`,
  REPRESENTATIVE: msg`Member representative`,
  ALTERNATE: msg`Alternate`,
  SIGNATORY: msg`Authorised signatory`,
  CONTRIBUTOR: msg`Contributor`,
  ORGANISER: msg`Event organiser`,
  RAPPORTEUR: msg`Rapporteur`,
  MEAL_OFFICER: msg`MEAL officer`,
  KNOWLEDGE_MANAGER: msg`Knowledge manager`,
  GRANTS_OFFICER: msg`Grants officer`,
  FINANCE_OFFICER: msg`Finance officer`,
  FOCAL_POINT: msg`Security focal point`,
};

/** Roles that are held for a member organisation. */
export const MEMBER_ROLES: Role[] = ["REPRESENTATIVE", "ALTERNATE", "SIGNATORY", "CONTRIBUTOR"];

export const LISTINGS: Partial<Record<Sensitivity, MessageDescriptor>> = {
  PUBLIC: msg`Anyone may know it`,
  MEMBERS: msg`Members of its networks may know it`,
  RESTRICTED: msg`Hidden: only its own people, its host and the secretariat know it`,
};

export const REGISTRATIONS: Record<Registration, MessageDescriptor> = {
  REGISTERED_MOI: msg`Registered with the Ministry of Interior`,
  MOU_MOFAIC: msg`Memorandum with the Ministry of Foreign Affairs`,
  REGISTERED_OTHER: msg`Registered otherwise (cooperative, union, community)`,
  UNREGISTERED: msg`Not registered`,
  IN_PROCESS: msg`Registration applied for`,
};

export const STAFF: Record<StaffBand, MessageDescriptor> = {
  NONE: msg`Volunteers only`,
  TO_5: msg`1 to 5`,
  TO_20: msg`6 to 20`,
  TO_50: msg`21 to 50`,
  OVER_50: msg`51 and more`,
};

/** What an organisation may say of who leads it; what it has not said is unknown, never no. */
export const LEADERSHIP: ["womenLed" | "youthLed" | "opd" | "indigenousLed", MessageDescriptor][] = [
  ["womenLed", msg`Led by women`],
  ["youthLed", msg`Led by youth`],
  ["opd", msg`Of persons with disabilities`],
  ["indigenousLed", msg`Led by indigenous people`],
];

export const LOGO_USES: Record<LogoUse, MessageDescriptor> = {
  ALWAYS: msg`without asking`,
  ASK_EACH_TIME: msg`after asking each time`,
  NEVER: msg`never`,
};

export const FEES: Record<FeeStatus, MessageDescriptor> = {
  NOT_ASKED: msg`not asked for`,
  DUE: msg`due`,
  PAID: msg`paid`,
  WAIVED: msg`waived`,
};

export const CHANNELS: Record<Channel, MessageDescriptor> = {
  EMAIL: msg`Mail`,
  PHONE: msg`Telephone`,
  TELEGRAM: msg`Telegram`,
  MESSENGER: msg`Messenger`,
  POST: msg`Letter`,
};

export const CHANGES: Record<string, MessageDescriptor> = {
  "organisation.edited": msg`changed the profile of`,
  "organisation.listed": msg`changed how widely known is`,
  "organisation.membership_changed": msg`has a new standing:`,
  "membership.moved": msg`moved the application of`,
  "membership.begun": msg`began the application of`,
  "membership.application_edited": msg`changed the application of`,
  "membership.signatory_named": msg`named the signatory of`,
  "membership.referee_answered": msg`answered as a referee of`,
  "membership.referee_waived": msg`went on without a referee of`,
  "membership.fee_recorded": msg`recorded the fee of`,
  "membership.reviewed": msg`reviewed the application of`,
  "membership.admitted": msg`admitted`,
  "membership.undecided": msg`left undecided the application of`,
  "membership.conduct_accepted": msg`accepted the code of conduct for`,
  "decision.opened": msg`put to the vote:`,
  "decision.ballot_cast": msg`cast a ballot on:`,
  "decision.ended": msg`ended the decision:`,
  "membership.mandate_recorded": msg`recorded a standing mandate of`,
  "membership.mandate_ended": msg`ended a standing mandate of`,
  "membership.duty_done": msg`recorded a duty done of`,
  "network.duty_changed": msg`changed what is expected of the members of`,
  "network.members_imported": msg`imported members from a table into`,
  "group.proposed": msg`proposed the working group`,
  "group.edited": msg`changed the working group`,
  "group.moved": msg`changed the standing of the working group`,
  "group.seat_asked": msg`asked somebody into the working group`,
  "group.seated": msg`took a seat in the working group`,
  "group.seat_declined": msg`declined a seat in the working group`,
  "group.seat_ended": msg`ended a seat in the working group`,
  "group.convenor_named": msg`named a convenor of the working group`,
  "group.convenor_released": msg`released a convenor of the working group`,
  "meeting.planned": msg`planned the meeting`,
  "meeting.edited": msg`changed the meeting`,
  "meeting.cancelled": msg`cancelled the meeting`,
  "meeting.minutes_written": msg`wrote the minutes of`,
  "meeting.minutes_approved": msg`approved the minutes of`,
  "network.rule_changed": msg`changed how decisions are made in`,
  "membership.added": msg`added to the network`,
  "membership.tier_changed": msg`changed the tier of`,
  "person.added": msg`added`,
  "person.edited": msg`changed the record of`,
  "role.granted": msg`gave a role to`,
  "role.ended": msg`ended a role of`,
  "network.edited": msg`changed the network’s record:`,
  "network.founded": msg`founded`,
  "paper.started": msg`began`,
  "paper.edited": msg`changed the record of`,
  "paper.moved": msg`moved on`,
  "paper.drafter_named": msg`named somebody to write`,
  "paper.drafter_removed": msg`took somebody off`,
  "paper.translated": msg`said where the translation stands of`,
  "paper.commented": msg`commented on`,
  "paper.comment_replied": msg`replied to a comment on`,
  "paper.comment_supported": msg`supported a comment on`,
  "paper.comment_withdrawn": msg`took back a comment on`,
  "paper.comment_answered": msg`answered a comment on`,
  "paper.sign_on_opened": msg`opened for signing:`,
  "paper.sign_on_extended": msg`gave more time to sign`,
  "paper.sign_on_closed": msg`closed the signing of`,
  "paper.answered": msg`has a new answer to`,
  "paper.guest_invited": msg`invited an organisation from outside to sign`,
  "paper.guest_answered": msg`has an answer from outside to`,
  "paper.guest_revoked": msg`took back an invitation to sign`,
  "paper.called_editorial": msg`called a change editorial in`,
  "paper.adoption_opened": msg`put to the members:`,
  "paper.adoption_ended": msg`has a decision of the members on`,
  "paper.lowering_asked": msg`asked the committee about`,
  "paper.lowered": msg`may be published although fewer signed:`,
  "paper.publication_proposed": msg`proposed to publish`,
  "paper.publication_overtaken": msg`asks to confirm anew before it is public:`,
  "paper.published": msg`published`,
  "paper.publication_ended": msg`ended the publication of`,
  "paper.delivered": msg`recorded a delivery of`,
  "paper.delivery_struck": msg`struck out a delivery of`,
  "document.uploaded": msg`added to the library:`,
  "document.catalogued": msg`catalogued`,
  "document.published": msg`published in the library:`,
  "document.edited": msg`changed the record of`,
  "document.raised": msg`made more sensitive:`,
  "document.lowered": msg`made less sensitive:`,
  "document.superseded": msg`put a newer edition in the place of`,
  "document.withdrawn": msg`withdrew from the library:`,
  "document.expired": msg`has run out:`,
  "campaign.started": msg`began the campaign`,
  "campaign.edited": msg`changed the campaign`,
  "campaign.moved": msg`moved on the campaign`,
  "campaign.member_invited": msg`asked an organisation into the campaign`,
  "campaign.member_answered": msg`answered the invitation to the campaign`,
  "map.changed": msg`changed the map of`,
  "commitment.recorded": msg`wrote down the commitment`,
  "commitment.edited": msg`changed the commitment`,
  "commitment.confirmed": msg`says that this is confirmed:`,
  "commitment.followed": msg`looked after the commitment`,
  "commitment.verified": msg`has looked at the evidence for`,
  "campaign.plan_changed": msg`changed the plan of`,
  "campaign.work_changed": msg`changed the work of`,
  "campaign.measured": msg`entered a value in`,
  "campaign.outcome_written": msg`wrote down an outcome of`,
  "campaign.outcome_moved": msg`moved on an outcome of`,
  "campaign.commented": msg`said something to the team of`,
};
