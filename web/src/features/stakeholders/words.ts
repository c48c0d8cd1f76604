import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type {
  EngagementAttribution,
  EngagementChannel,
  EngagementReaction,
  EngagementState,
  StakeholderAiimCell,
  StakeholderKind,
  StakeholderLevel,
  StakeholderLinkKind,
  StakeholderMovement,
  StakeholderPowerCell,
  StakeholderState,
  StakeholderTarget,
} from "../../graphql/schema";

type Words<Key extends string> = Record<Key, MessageDescriptor>;

export const KINDS: Words<StakeholderKind> = {
  INSTITUTION: msg`an institution`,
  UNIT: msg`a unit of one`,
  OFFICE_HOLDER: msg`a person in office`,
  INDIVIDUAL: msg`a person by themselves`,
  INFORMAL_LEADER: msg`a person to whom others listen`,
};

/** A person holds an office; an institution or a unit of one has it. */
export const isPerson = (kind: StakeholderKind) =>
  kind === "OFFICE_HOLDER" || kind === "INDIVIDUAL" || kind === "INFORMAL_LEADER";

export const STATES: Words<StakeholderState> = {
  ACTIVE: msg`on the map`,
  OFFICE_VACATED: msg`has left office`,
  ARCHIVED: msg`put away`,
  MERGED_INTO: msg`merged into another`,
};

export const LEVELS: Words<StakeholderLevel> = {
  INTERNATIONAL: msg`international`,
  NATIONAL: msg`national`,
  PROVINCIAL: msg`provincial`,
  DISTRICT: msg`district`,
  COMMUNE: msg`commune`,
  VILLAGE: msg`village`,
};

export const TARGETS: Words<StakeholderTarget> = {
  NONE: msg`not a target`,
  SECONDARY: msg`secondary target`,
  PRIMARY: msg`primary target`,
};

export const POWER: Words<StakeholderPowerCell> = {
  MANAGE_CLOSELY: msg`Manage closely`,
  KEEP_SATISFIED: msg`Keep satisfied`,
  KEEP_INFORMED: msg`Keep informed`,
  MONITOR: msg`Monitor`,
};

export const POWER_ADVICE: Words<StakeholderPowerCell> = {
  MANAGE_CLOSELY: msg`They decide and they care: meet often, involve them in what you plan, no surprises.`,
  KEEP_SATISFIED: msg`They decide and do not yet care: give them a reason, take little of their time, keep their trust.`,
  KEEP_INFORMED: msg`They care and do not decide: keep them up to date, they carry the issue to others.`,
  MONITOR: msg`Little influence, little interest: look again now and then.`,
};

export const AIIM: Words<StakeholderAiimCell> = {
  ALLY: msg`Work as alliance`,
  ENTHUSE: msg`Build enthusiasm`,
  CHALLENGE: msg`Challenge beliefs, persuade`,
  AWARE: msg`Raise awareness or monitor`,
};

export const AIIM_ADVICE: Words<StakeholderAiimCell> = {
  ALLY: msg`Work as an alliance and learn together.`,
  ENTHUSE: msg`Build enthusiasm, and lower what it costs them to help.`,
  CHALLENGE: msg`Challenge beliefs; persuade, or neutralise.`,
  AWARE: msg`Raise awareness, or monitor.`,
};

export const MOVES: Words<StakeholderMovement> = {
  TOWARD: msg`toward`,
  AWAY: msg`away`,
  STILL: msg`no change`,
};

export const INFLUENCE = [
  msg`no say over the decision`,
  msg`can inform those who advise`,
  msg`advises, or can delay one step`,
  msg`controls a needed step or budget`,
  msg`takes the decision, or can veto it`,
];
export const INTEREST = [
  msg`unaware`,
  msg`aware, no time given`,
  msg`attends and asks`,
  msg`commits people or money, speaks`,
  msg`drives the issue, sets the agenda`,
];
export const ALIGNMENT = [
  msg`works against the ask`,
  msg`opposes when asked`,
  msg`undecided, or position unknown`,
  msg`supports when asked`,
  msg`champion, acts unprompted`,
];
export const CONFIDENCE = [
  msg`a guess`,
  msg`one indirect source`,
  msg`one direct source`,
  msg`two independent sources`,
  msg`public, documented behaviour`,
];

const NOT_RATED = msg`not rated`;
/** What an alignment means. */
export const alignmentIn = (n: number) => ALIGNMENT[n + 2] ?? NOT_RATED;
/** What a confidence means. */
export const confidenceIn = (n: number) => CONFIDENCE[n - 1] ?? NOT_RATED;

export const LINK_KINDS: Words<StakeholderLinkKind> = {
  FORMAL_AUTHORITY: msg`is set over`,
  FUNDING: msg`gives money to`,
  INFORMATION_ADVICE: msg`informs or advises`,
  PRESSURE_LOBBY: msg`presses`,
  PERSONAL_FAMILY: msg`is close to`,
  CONFLICT: msg`is at odds with`,
  COLLABORATION: msg`works with`,
};

export const CHANNELS: Words<EngagementChannel> = {
  MEETING: msg`meeting`,
  LETTER: msg`letter`,
  CALL: msg`call`,
  MESSAGE: msg`message`,
  EVENT: msg`public event`,
  MEDIA: msg`media`,
  INFORMAL: msg`in passing`,
};

export const ENGAGEMENT_STATES: Words<EngagementState> = {
  PLANNED: msg`planned`,
  HELD: msg`held`,
  CALLED_OFF: msg`called off`,
};

export const REACTIONS: Words<EngagementReaction> = {
  POSITIVE: msg`well received`,
  NEUTRAL: msg`neither well nor badly received`,
  NEGATIVE: msg`badly received`,
  NONE: msg`no answer`,
};

export const ATTRIBUTIONS: Words<EngagementAttribution> = {
  ON_RECORD: msg`on record: may be told with the name`,
  CHATHAM_HOUSE: msg`Chatham House: what was said, never by whom`,
  OFF_RECORD: msg`off record: not to be told`,
};

/** What was done on a map, by the word of the log. */
export const ACTS: Record<string, MessageDescriptor> = {
  "stakeholder.added": msg`put somebody on the map`,
  "stakeholder.edited": msg`changed somebody`,
  "stakeholder.archived": msg`put somebody away`,
  "stakeholder.brought_back": msg`brought somebody back`,
  "stakeholder.merged": msg`merged two into one`,
  "assessment.given": msg`gave a rating`,
  "office.taken": msg`wrote down an office`,
  "office.vacated": msg`wrote down that an office was left`,
  "link.added": msg`wrote down a relation`,
  "link.edited": msg`changed a relation`,
  "link.removed": msg`took a relation off`,
  "link.opened": msg`opened a confidential relation`,
  "engagement.logged": msg`wrote down a contact`,
  "engagement.edited": msg`changed a contact`,
  "engagement.followed_up": msg`followed a contact up`,
  "engagement.removed": msg`took a contact out`,
  "engagement.opened": msg`opened a confidential contact`,
  "map.laid_out": msg`moved the picture of relations`,
  "map.taken.grid": msg`took the picture of influence and interest away`,
  "map.taken.aiim": msg`took the picture of alignment away`,
  "map.taken.forces": msg`took the picture of forces away`,
  "map.taken.relations": msg`took the picture of relations away`,
  "map.taken.table": msg`took the table away`,
  "map.taken.report": msg`took a report away`,
};

/** How an alignment is written on a bubble. */
export const SIGNS = ["−−", "−", "0", "+", "++"];
export const sign = (alignment: number) => SIGNS[alignment + 2] ?? "";
/** In which tone. */
export const tone = (alignment: number) =>
  alignment > 0 ? "var(--viz-for)" : alignment < 0 ? "var(--viz-against)" : "var(--viz-zero)";
