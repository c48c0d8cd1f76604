import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type {
  AskResponse,
  CampaignApproach,
  CampaignMemberState,
  CampaignRole,
  CampaignState,
  CampaignVisibility,
  CampaignWorkKind,
  CampaignWorkStatus,
  Direction,
  MarkerLevel,
  Pathway,
  PolicyOutcome,
  RiskCategory,
  RiskStatus,
  TargetKind,
} from "../../graphql/schema";

type Words<Key extends string> = Record<Key, MessageDescriptor>;

export const STATES: Words<CampaignState> = {
  CONCEPT: msg`an idea`,
  PLANNING: msg`being planned`,
  APPROVED: msg`approved`,
  ACTIVE: msg`under way`,
  PAUSED: msg`resting`,
  CLOSING: msg`being looked back on`,
  CLOSED: msg`over`,
  CANCELLED: msg`given up`,
};

export const TONES: Record<CampaignState, string> = {
  CONCEPT: "ghost",
  PLANNING: "pending",
  APPROVED: "pending",
  ACTIVE: "ok",
  PAUSED: "warn",
  CLOSING: "pending",
  CLOSED: "",
  CANCELLED: "danger",
};

export const CAMPAIGN_ROLES: Words<CampaignRole> = {
  LEAD: msg`leads`,
  CO_LEAD: msg`leads with another`,
  SUPPORTING: msg`supports`,
  ADVISORY: msg`advises`,
};

export const MEMBER_STATES: Words<CampaignMemberState> = {
  INVITED: msg`is asked`,
  ACCEPTED: msg`takes part`,
  DECLINED: msg`has declined`,
  LEFT: msg`has left`,
};

export const VISIBILITIES: Words<CampaignVisibility> = {
  PUBLIC: msg`everybody, once it has begun`,
  MEMBERS: msg`the members of the network`,
  TEAM: msg`those who take part`,
};

export const APPROACHES: Words<CampaignApproach> = {
  INSIDER: msg`from within, with those who decide`,
  OUTSIDER: msg`from without, with those who are concerned`,
  MIXED: msg`both`,
};

export const OUTCOMES: Words<PolicyOutcome> = {
  ATTITUDINAL: msg`how people think`,
  DISCURSIVE: msg`what is talked about`,
  PROCEDURAL: msg`how it is decided`,
  CONTENT: msg`what is decided`,
  BEHAVIOURAL: msg`what is done`,
};

export const TARGETS: Words<TargetKind> = {
  PRIMARY: msg`can do what is asked`,
  SECONDARY: msg`moves those who can`,
};

export const RESPONSES: Words<AskResponse> = {
  NONE: msg`no answer`,
  NOTED: msg`noted`,
  ACCEPTED: msg`accepted`,
  PARTLY_ACCEPTED: msg`accepted in part`,
  REJECTED: msg`refused`,
};

export const RESPONSE_TONES: Record<AskResponse, string> = {
  NONE: "ghost",
  NOTED: "pending",
  ACCEPTED: "ok",
  PARTLY_ACCEPTED: "ok",
  REJECTED: "danger",
};

export const PATHWAYS: Words<Pathway> = {
  LARGE_LEAPS: msg`all at once`,
  POLICY_WINDOWS: msg`when a window opens`,
  COALITION: msg`by those who act together`,
  POWER_POLITICS: msg`by those who have power`,
  REGIME: msg`by those inside who belong together`,
  MESSAGING_FRAMEWORKS: msg`by how it is put`,
  MEDIA_INFLUENCE: msg`by what the media tell`,
  GRASSROOTS: msg`by those who are concerned`,
  GROUP_FORMATION: msg`by groups that form`,
  DIFFUSION: msg`by example`,
};

export const RISKS: Words<RiskCategory> = {
  POLITICAL_LEGAL: msg`political or legal`,
  PHYSICAL: msg`to life and limb`,
  DIGITAL: msg`to devices and data`,
  REPUTATIONAL: msg`to our good name`,
  FINANCIAL: msg`to money`,
  SAFEGUARDING: msg`to those in our care`,
  DO_NO_HARM: msg`to those around us`,
};

export const RISK_STATES: Words<RiskStatus> = {
  OPEN: msg`open`,
  MITIGATED: msg`dealt with`,
  OCCURRED: msg`has happened`,
  CLOSED: msg`past`,
};

export const DIRECTIONS: Words<Direction> = {
  DRIVING: msg`drives the change`,
  RESTRAINING: msg`holds it back`,
};

export const MARKERS: Words<MarkerLevel> = {
  EXPECT: msg`we expect to see`,
  LIKE: msg`we would like to see`,
  LOVE: msg`we would love to see`,
};

export const WORK_KINDS: Words<CampaignWorkKind> = {
  TASK: msg`task`,
  ACTIVITY: msg`activity`,
  MILESTONE: msg`milestone`,
  WINDOW: msg`policy window`,
};

export const WORK_STATES: Words<CampaignWorkStatus> = {
  TODO: msg`To do`,
  DOING: msg`Being done`,
  DONE: msg`Done`,
  DROPPED: msg`Given up`,
};
