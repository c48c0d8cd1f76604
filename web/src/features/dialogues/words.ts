import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type {
  AgeBand,
  AgendaKind,
  DialogueKind,
  DialogueMinutesState,
  DialogueMode,
  DialoguePurpose,
  DialogueState,
  Honorific,
  InvitationChannel,
  InvitationState,
  LetterWay,
  MinutesCorrectionState,
  Presence,
  Sex,
  SpeakerRole,
  YesNo,
} from "../../graphql/schema";

type Words<Key extends string> = Record<Key, MessageDescriptor>;

export const DIALOGUE_KINDS: Words<DialogueKind> = {
  NATIONAL_FORUM: msg`national forum`,
  PROVINCIAL_DIALOGUE: msg`provincial dialogue`,
  DISTRICT_DIALOGUE: msg`district dialogue`,
  COMMUNE_PUBLIC_FORUM: msg`commune public forum`,
  ROUNDTABLE: msg`roundtable`,
  CONSULTATION_WORKSHOP: msg`consultation workshop`,
  INTERFACE_MEETING: msg`interface meeting`,
  TECHNICAL_WG: msg`technical working group`,
  CAUCUS: msg`caucus`,
  YOUTH_DEBATE: msg`youth debate`,
  WEBINAR: msg`webinar`,
};

export const PURPOSES: Words<DialoguePurpose> = {
  CONSULTATION: msg`hearing each other on a draft`,
  LEARNING: msg`learning`,
  JOINT_PROBLEM_SOLVING: msg`solving a problem together`,
  CONFLICT_RESOLUTION: msg`settling a conflict`,
  COLLECTIVE_ACTION: msg`acting together`,
};

export const MODES: Words<DialogueMode> = {
  IN_PERSON: msg`in one room`,
  ONLINE: msg`online`,
  HYBRID: msg`in one room and online`,
};

export const DIALOGUE_STATES: Words<DialogueState> = {
  CONCEPT: msg`being thought out`,
  PLANNED: msg`approved`,
  INVITING: msg`inviting`,
  CONFIRMED: msg`takes place`,
  HELD: msg`took place`,
  REPORTED: msg`reported`,
  CLOSED: msg`closed`,
  CANCELLED: msg`called off`,
};

export const DIALOGUE_TONES: Record<DialogueState, string> = {
  CONCEPT: "ghost",
  PLANNED: "pending",
  INVITING: "pending",
  CONFIRMED: "ok",
  HELD: "pending",
  REPORTED: "ok",
  CLOSED: "ghost",
  CANCELLED: "danger",
};

export const INVITATION_STATES: Words<InvitationState> = {
  PREPARED: msg`not yet sent`,
  SENT: msg`no answer yet`,
  ACCEPTED: msg`comes`,
  TENTATIVE: msg`may come`,
  DECLINED: msg`does not come`,
  DELEGATED: msg`sends somebody`,
  WAITLISTED: msg`waits for a seat`,
  RECONFIRM: msg`is asked about the new day`,
  CANCELLED: msg`invitation taken back`,
};

export const INVITATION_TONES: Record<InvitationState, string> = {
  PREPARED: "ghost",
  SENT: "pending",
  ACCEPTED: "ok",
  TENTATIVE: "pending",
  DECLINED: "ghost",
  DELEGATED: "ghost",
  WAITLISTED: "warn",
  RECONFIRM: "warn",
  CANCELLED: "ghost",
};

export const VIA: Words<InvitationChannel> = {
  HUB: msg`by the link`,
  PHONE: msg`by telephone`,
  TELEGRAM: msg`by Telegram`,
  LETTER: msg`by post`,
  IN_PERSON: msg`face to face`,
};

export const WAYS: Words<LetterWay> = {
  MAIL: msg`sent by e-mail`,
  PRINT: msg`printed`,
  TEXT: msg`given as a text`,
};

export type Need = "interpretation" | "mobility" | "diet" | "childcare" | "travel" | "signLanguage";

/** What somebody may need to take part. */
export const NEEDS: Words<Need> = {
  interpretation: msg`interpretation`,
  signLanguage: msg`sign language`,
  mobility: msg`getting in without steps`,
  diet: msg`a diet`,
  childcare: msg`somebody who looks after children`,
  travel: msg`help with travel`,
};

/** What somebody needs, as an object that may come from the server with more in it. */
export const needsOf = (given: Partial<Record<Need, boolean>> | undefined) =>
  Object.fromEntries((Object.keys(NEEDS) as Need[]).map((one) => [one, given?.[one] === true])) as Record<
    Need,
    boolean
  >;

export const HONORIFICS: Words<Honorific> = {
  EXCELLENCY: msg`H.E.`,
  LOK_CHUMTEAV: msg`Lok Chumteav`,
  MR: msg`Mr`,
  MS: msg`Ms`,
  VENERABLE: msg`Ven.`,
  DR: msg`Dr`,
  NONE: msg`no form of address`,
};

export const SEXES: Words<Sex> = {
  FEMALE: msg`female`,
  MALE: msg`male`,
  OTHER: msg`other`,
  UNDISCLOSED: msg`not said`,
};

export const AGENDA_KINDS: Words<AgendaKind> = {
  OPENING: msg`opening`,
  PANEL: msg`panel`,
  PRESENTATION: msg`presentation`,
  GROUP_WORK: msg`work in groups`,
  PLENARY: msg`all together`,
  CAUCUS: msg`each side for itself`,
  CLOSING: msg`closing`,
};

export const SPEAKER_ROLES: Words<SpeakerRole> = {
  SPEAKER: msg`speaks`,
  MODERATOR: msg`moderates`,
  RESPONDENT: msg`responds`,
};

export const AGES: Words<AgeBand> = {
  UNDER_15: msg`below 15`,
  YOUTH: msg`15 to 30`,
  ADULT: msg`31 to 59`,
  ELDER: msg`60 and more`,
  UNKNOWN: msg`not known`,
};

export const YES_NO: Words<YesNo> = { YES: msg`yes`, NO: msg`no`, UNKNOWN: msg`not known` };

export const PRESENCES: Words<Presence> = {
  FULL: msg`there`,
  PART: msg`there for a part`,
  ONLINE: msg`there online`,
  ABSENT: msg`not there`,
};

export const MINUTES_STATES: Words<DialogueMinutesState> = {
  DRAFT: msg`being written`,
  CIRCULATED: msg`sent to those who were there`,
  APPROVED: msg`approved minutes`,
  PUBLISHED: msg`told to everybody who may know it`,
};

export const CORRECTION_STATES: Words<MinutesCorrectionState> = {
  OPEN: msg`not answered`,
  ACCEPTED: msg`taken in`,
  DECLINED: msg`not taken in`,
};
