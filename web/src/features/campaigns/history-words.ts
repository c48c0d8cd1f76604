import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import {
  APPROACHES,
  AUDIENCES,
  CAMPAIGN_ROLES,
  CHANGES,
  DIRECTIONS,
  FREQUENCIES,
  INDICATOR_LEVELS,
  KNOTS,
  MARKERS,
  MEASURES,
  MEMBER_STATES,
  OUTCOME_STATES,
  OUTCOMES,
  PATHWAYS,
  RESPONSES,
  RISK_STATES,
  RISKS,
  SOUGHT,
  STATES,
  TARGETS,
  VISIBILITIES,
  WORK_KINDS,
  WORK_STATES,
} from "./words";

/** Of what something changed. */
const ABOUT: Record<string, MessageDescriptor> = {
  campaign: msg`campaign`,
  member: msg`part of an organisation`,
  value: msg`value of an indicator`,
  outcome: KNOTS.OUTCOME,
  ...Object.fromEntries(Object.entries(KNOTS).map(([code, words]) => [code.toLowerCase(), words])),
  ...Object.fromEntries(Object.entries(WORK_KINDS).map(([code, words]) => [code.toLowerCase(), words])),
};

/** What changed of it. */
const FIELDS: Record<string, MessageDescriptor> = {
  title: msg`title`,
  problem: msg`what is wrong`,
  goal: msg`what is to be reached`,
  affected: msg`whom it touches`,
  policies: msg`laws and policies`,
  approach: msg`from where it presses`,
  visibility: msg`who may know it`,
  conflict_note: msg`so that nobody is set against anybody`,
  safeguarding_note: msg`so that nobody in our care is harmed`,
  starts_on: msg`first day`,
  ends_on: msg`last day`,
  due_on: msg`last day`,
  places: msg`places`,
  place: msg`place`,
  at: msg`place`,
  themes: msg`themes`,
  rate: msg`rate`,
  state: msg`where it stands`,
  status: msg`where it stands`,
  state_reason: msg`reason`,
  debrief: msg`what was learnt`,
  organisation: msg`whose it is`,
  person: msg`who does it`,
  role: msg`part`,
  commitment: msg`what it takes upon itself`,
  note: msg`note`,
  statement: msg`what it says`,
  text: msg`what it says`,
  who: msg`who changes`,
  by_when: msg`by when`,
  outcome: msg`kind of change`,
  policy_outcome: msg`kind of change`,
  smart: msg`how well it is put`,
  target: msg`target`,
  target_kind: msg`the target`,
  target_on: msg`day of the target`,
  standard: msg`law or standard`,
  response: msg`response`,
  responded_on: msg`answered on`,
  source: msg`how we know`,
  cause: msg`if`,
  effect: msg`then`,
  because: msg`because`,
  pathway: msg`by which way`,
  audience: msg`for whom`,
  messenger: msg`by whom`,
  channel: msg`over what`,
  category: msg`kind of harm`,
  likelihood: msg`how likely`,
  impact: msg`how bad`,
  mitigation: msg`what is done about it`,
  direction: msg`direction`,
  strength: msg`how strongly`,
  changeability: msg`how much it can be changed`,
  basis: msg`how we know`,
  partner: msg`who`,
  level: msg`what it tells of`,
  observed_on: msg`seen on`,
  evidence: msg`how we know`,
  code: msg`code`,
  description: msg`for what`,
  donor: msg`donor`,
  currency: msg`currency`,
  planned: msg`planned`,
  spent: msg`spent`,
  measure: msg`how it is counted`,
  unit: msg`unit`,
  baseline: msg`baseline`,
  baseline_on: msg`day of the baseline`,
  split_by: msg`by what values are split`,
  means: msg`how one knows it`,
  frequency: msg`how often it is looked at`,
  from_on: msg`first day`,
  to_on: msg`last day`,
  value: msg`value`,
  parts: msg`how it is made up`,
  documents: msg`documents`,
  kind: msg`what it is`,
  tactic: msg`tactic`,
  change_sought: msg`what it seeks`,
  budget_line: msg`line of the budget`,
  window: msg`policy window`,
  happened_on: msg`when`,
  happened_in: msg`when`,
  change: msg`what kind of change`,
  intended: msg`intended`,
  positive: msg`for the better`,
  significance: msg`why it matters`,
  contribution: msg`what we have to do with it`,
  members: msg`who did their part`,
  item: msg`from which ask`,
  public: msg`what is told outside`,
};

/** Words of values that are kept as codes, by their field; where two kinds share a field, by both. */
const CODES: Record<string, Record<string, MessageDescriptor>> = {
  "campaign.state": STATES,
  "member.state": MEMBER_STATES,
  "outcome.state": OUTCOME_STATES,
  "risk.status": RISK_STATES,
  "indicator.level": INDICATOR_LEVELS,
  "marker.level": MARKERS,
  status: WORK_STATES,
  approach: APPROACHES,
  visibility: VISIBILITIES,
  role: CAMPAIGN_ROLES,
  outcome: OUTCOMES,
  policy_outcome: OUTCOMES,
  target_kind: TARGETS,
  response: RESPONSES,
  pathway: PATHWAYS,
  category: RISKS,
  direction: DIRECTIONS,
  measure: MEASURES,
  frequency: FREQUENCIES,
  change: CHANGES,
  change_sought: SOUGHT,
  "activity.audience": AUDIENCES,
};

/** Amounts and figures are kept in hundredths. */
const HUNDREDTHS = [
  "planned",
  "spent",
  "budget_line.planned",
  "value.value",
  "indicator.baseline",
  "indicator.target",
];

const YES = msg`yes`;
const NO = msg`no`;
const DAY = /^\d{4}-\d\d-\d\d$/;

export type Told = {
  day: (iso: string) => string;
  digits: (text: string) => string;
  locale: "en" | "km";
  say: (words: MessageDescriptor) => string;
};

/** What changed, in the reader's words. */
export function headline(about: string, field: string, say: Told["say"]): string {
  const [thing, part] = [ABOUT[about], FIELDS[field]];
  return `${thing ? say(thing) : about}: ${part ? say(part) : field}`;
}

/** A value as it was kept, in the reader's words; ids of other things are told as so many. */
export function told(about: string, field: string, json: string, to: Told): string {
  const value: unknown = JSON.parse(json);
  const codes = CODES[`${about}.${field}`] ?? CODES[field];
  const one = (value: unknown): string => {
    if (value === null || value === "") return "–";
    if (typeof value === "boolean") return to.say(value ? YES : NO);
    if (typeof value === "number")
      return HUNDREDTHS.includes(field) || HUNDREDTHS.includes(`${about}.${field}`)
        ? to.digits(String(value / 100))
        : to.digits(String(value));
    if (typeof value === "string") {
      const words = codes?.[value.toUpperCase()] ?? codes?.[value];
      if (words) return to.say(words);
      if (DAY.test(value)) return to.day(value);
      return /^[a-z]+:[0-9a-f-]{36}$|^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value) ? "•" : value;
    }
    if (typeof value === "object") {
      const both = value as { en?: string; km?: string };
      if ("en" in both || "km" in both) return both[to.locale] || both.en || both.km || "–";
      return Object.values(value as object)
        .map((part) => one(part))
        .filter((part) => part !== "–")
        .join(" ");
    }
    return String(value);
  };
  if (Array.isArray(value)) return value.length === 0 ? "–" : value.map((part) => one(part)).join(", ");
  return one(value);
}
