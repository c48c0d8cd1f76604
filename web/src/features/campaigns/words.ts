import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type {
  AskResponse,
  CampaignApproach,
  CampaignMemberState,
  CampaignRole,
  CampaignState,
  CampaignTemplate,
  CampaignVisibility,
  CampaignWorkKind,
  CampaignWorkStatus,
  Direction,
  Disaggregation,
  IndicatorFrequency,
  IndicatorLevel,
  IndicatorMeasure,
  MarkerLevel,
  OutcomeChange,
  OutcomeState,
  Pathway,
  PlanItemKind,
  PolicyOutcome,
  ReportKind,
  RiskCategory,
  RiskStatus,
  SubstantiationAnswer,
  TargetKind,
  ThreadGap,
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

export const INDICATOR_LEVELS: Words<IndicatorLevel> = {
  IMPACT: msg`what is better for people`,
  OUTCOME: msg`what others do differently`,
  OUTPUT: msg`what we have done`,
};

export const MEASURES: Words<IndicatorMeasure> = {
  STATE: msg`so many at the end of the period`,
  SUM: msg`so many in the period; periods add up`,
  SHARE: msg`a share in per cent`,
};

export const FREQUENCIES: Words<IndicatorFrequency> = {
  MONTHLY: msg`every month`,
  QUARTERLY: msg`every three months`,
  HALF_YEARLY: msg`twice a year`,
  YEARLY: msg`once a year`,
};

export const SPLITS: Words<Disaggregation> = {
  SEX: msg`Sex`,
  AGE: msg`Age`,
  DISABILITY: msg`Disability`,
  INDIGENOUS: msg`Indigenous people`,
  ID_POOR: msg`ID Poor card`,
  PROVINCE: msg`Province`,
  CONSTITUENCY: msg`For whom they speak`,
};

/** Groups that are kept in lists of their own: their names by their codes. */
export type Listed = Partial<Record<Disaggregation, Record<string, string>>>;

export const UNKNOWN = msg`unknown`;
const YES_NO = { yes: msg`yes`, no: msg`no`, unknown: UNKNOWN };

/** The groups of each split by their codes; provinces and constituencies are {@link Listed}. */
export const GROUPS: Partial<Record<Disaggregation, Record<string, MessageDescriptor>>> = {
  SEX: { female: msg`female`, male: msg`male`, other: msg`other`, unknown: UNKNOWN },
  AGE: {
    under_15: msg`under 15`,
    "15_30": msg`15 to 30 (youth)`,
    "31_59": msg`31 to 59`,
    "60_over": msg`60 and over`,
    unknown: UNKNOWN,
  },
  DISABILITY: YES_NO,
  INDIGENOUS: YES_NO,
  ID_POOR: { poor_1: msg`Poor 1`, poor_2: msg`Poor 2`, not_poor: msg`not poor`, unknown: UNKNOWN },
};

export const CHANGES: Words<OutcomeChange> = {
  BEHAVIOUR: msg`how somebody behaves`,
  RELATIONSHIP: msg`how some stand to each other`,
  ACTION: msg`what somebody did`,
  POLICY: msg`what is laid down`,
  PRACTICE: msg`how it is done every day`,
};

export const OUTCOME_STATES: Words<OutcomeState> = {
  DRAFTED: msg`written down`,
  REVIEWED: msg`looked through`,
  OUT_FOR_SUBSTANTIATION: msg`others are asked`,
  SUBSTANTIATED: msg`others agree`,
  PARTLY_SUBSTANTIATED: msg`others agree in part`,
  NOT_SUBSTANTIATED: msg`others do not agree`,
  PUBLISHED: msg`public`,
};

export const OUTCOME_TONES: Record<OutcomeState, string> = {
  DRAFTED: "ghost",
  REVIEWED: "pending",
  OUT_FOR_SUBSTANTIATION: "pending",
  SUBSTANTIATED: "ok",
  PARTLY_SUBSTANTIATED: "ok",
  NOT_SUBSTANTIATED: "danger",
  PUBLISHED: "ok",
};

export const ANSWERS: Words<SubstantiationAnswer> = {
  AGREES: msg`It is so`,
  AGREES_IN_PART: msg`It is so in part`,
  DISAGREES: msg`It is not so`,
  CANNOT_SAY: msg`I cannot say`,
};

export const GAPS: Words<ThreadGap> = {
  FROM_NOTHING: msg`no ask leads to it`,
  UNPROVEN: msg`no document says so`,
  RESTS_ON_NOTHING: msg`rests on no paper and no document`,
  SERVES_NOTHING: msg`serves no objective`,
  UNANSWERED: msg`nobody has answered`,
  CAME_TO_NOTHING: msg`accepted, and nothing is written down of what came of it`,
  NOT_ASKED: msg`nobody is asked for it`,
  CITES_NOTHING: msg`cites nothing`,
  TAKEN_BACK: msg`was taken back`,
  NOT_MEASURED: msg`no value yet`,
  NEVER_MET: msg`nobody has been in touch`,
};

/** What a thing on the golden thread is. */
export const KNOTS: Record<
  "DOCUMENT" | "PAPER" | "STAKEHOLDER" | "OUTCOME" | PlanItemKind,
  MessageDescriptor
> = {
  DOCUMENT: msg`document`,
  PAPER: msg`paper`,
  STAKEHOLDER: msg`stakeholder`,
  OUTCOME: msg`outcome`,
  OBJECTIVE: msg`objective`,
  ASK: msg`ask`,
  INDICATOR: msg`indicator`,
  STEP: msg`step`,
  MESSAGE: msg`message`,
  RISK: msg`risk`,
  FORCE: msg`force`,
  MARKER: msg`sign of progress`,
  BUDGET_LINE: msg`budget line`,
};

export const REPORTS: Words<ReportKind> = {
  PROGRESS: msg`Campaign progress`,
  RESULTS: msg`Results for donors`,
  FINANCE: msg`Finance for donors`,
  HARVEST: msg`Outcome harvest`,
  MOVEMENT: msg`Stakeholder movement`,
  COVERAGE: msg`Engagement by target`,
  TARGETS: msg`Targets without an ask or an owner`,
  RESPONSES: msg`Asks and responses`,
  COMMITMENTS: msg`Commitments`,
  ATTENDANCE: msg`Attendance of dialogues`,
  INVITATIONS: msg`Invitations to dialogues`,
};

export const TEMPLATES: Words<CampaignTemplate> = {
  NATIONAL_LAW: msg`A national law`,
  COMMUNE_BUDGET: msg`That communes show their budgets`,
  SERVICE_QUALITY: msg`That a public service becomes better`,
};

/** For whom an activity is. */
export const AUDIENCES: Record<string, MessageDescriptor> = {
  public: msg`the public`,
  influencer: msg`those who have influence`,
  decision_maker: msg`those who decide`,
};

export const SOUGHT: Record<string, MessageDescriptor> = {
  awareness: msg`that they know`,
  will: msg`that they want to`,
  action: msg`that they act`,
};
