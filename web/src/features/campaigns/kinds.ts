import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { PlanBodyInput, PlanItemKind } from "../../graphql/schema";
import type { PlanItemPartsFragment } from "./campaigns.gql";
import {
  DIRECTIONS,
  FREQUENCIES,
  INDICATOR_LEVELS,
  MARKERS,
  MEASURES,
  OUTCOMES,
  PATHWAYS,
  RESPONSES,
  RISK_STATES,
  RISKS,
  TARGETS,
} from "./words";

/** One field of an item: how it is asked for. */
export type Ask = {
  name: string;
  label: MessageDescriptor;
  as: "both" | "line" | "prose" | "day" | "scale" | "amount" | "choice" | "smart" | "splits";
  among?: Record<string, MessageDescriptor>;
  optional?: boolean;
};

/** What can be put into a plan, in the order in which it is thought. */
export type Kind = {
  kind: PlanItemKind;
  key: keyof PlanBodyInput;
  heading: MessageDescriptor;
  teach: MessageDescriptor;
  add: MessageDescriptor;
  /** Whose it is can be said. */
  owned?: boolean;
  fields: Ask[];
  blank: Record<string, unknown>;
};

const both = { en: "", km: "" };

export const KINDS: Kind[] = [
  {
    kind: "OBJECTIVE",
    key: "objective",
    heading: msg`Objectives`,
    teach: msg`What is to change, who changes it, and by when.`,
    add: msg`Add an objective`,
    fields: [
      { name: "statement", label: msg`What is to be reached`, as: "both" },
      { name: "who", label: msg`Who is to change`, as: "line", optional: true },
      { name: "byWhen", label: msg`By when`, as: "day" },
      { name: "outcome", label: msg`What kind of change`, as: "choice", among: OUTCOMES },
      { name: "smart", label: msg`How well it is put`, as: "smart" },
    ],
    blank: {
      statement: both,
      who: "",
      byWhen: null,
      outcome: "CONTENT",
      smart: [false, false, false, false, false],
    },
  },
  {
    kind: "ASK",
    key: "ask",
    heading: msg`Asks`,
    teach: msg`What somebody is asked to do, and what they said to it.`,
    add: msg`Add an ask`,
    fields: [
      { name: "text", label: msg`What is asked`, as: "both" },
      { name: "target", label: msg`Of whom`, as: "both", optional: true },
      { name: "targetKind", label: msg`The target`, as: "choice", among: TARGETS },
      { name: "byWhen", label: msg`By when`, as: "day" },
      { name: "standard", label: msg`The law or standard it rests on`, as: "line", optional: true },
      { name: "response", label: msg`What became of it`, as: "choice", among: RESPONSES },
      { name: "respondedOn", label: msg`Answered on`, as: "day" },
      { name: "source", label: msg`How we know`, as: "line", optional: true },
    ],
    blank: {
      text: both,
      target: both,
      targetKind: "PRIMARY",
      byWhen: null,
      standard: "",
      response: "NONE",
      respondedOn: null,
      source: "",
    },
  },
  {
    kind: "STEP",
    key: "step",
    heading: msg`How change comes about`,
    teach: msg`If this is so, then that follows, because of something. Step by step.`,
    add: msg`Add a step`,
    fields: [
      { name: "cause", label: msg`If`, as: "prose" },
      { name: "effect", label: msg`Then`, as: "prose" },
      { name: "because", label: msg`Because`, as: "prose", optional: true },
      { name: "pathway", label: msg`By which way`, as: "choice", among: PATHWAYS, optional: true },
    ],
    blank: { cause: "", effect: "", because: "", pathway: null },
  },
  {
    kind: "MESSAGE",
    key: "message",
    heading: msg`Messages`,
    teach: msg`What is said to whom, by whom, over what.`,
    add: msg`Add a message`,
    fields: [
      { name: "audience", label: msg`For whom`, as: "line" },
      { name: "text", label: msg`What is said`, as: "both" },
      { name: "messenger", label: msg`By whom`, as: "line", optional: true },
      { name: "channel", label: msg`Over what`, as: "line", optional: true },
    ],
    blank: { audience: "", text: both, messenger: "", channel: "" },
  },
  {
    kind: "MARKER",
    key: "marker",
    heading: msg`Signs of progress`,
    teach: msg`What one would see somebody do if it worked.`,
    add: msg`Add a sign`,
    fields: [
      { name: "partner", label: msg`Who`, as: "line" },
      { name: "level", label: msg`How much of a change`, as: "choice", among: MARKERS },
      { name: "statement", label: msg`What one would see`, as: "both" },
      { name: "observedOn", label: msg`Seen on`, as: "day" },
      { name: "evidence", label: msg`How we know`, as: "line", optional: true },
    ],
    blank: { partner: "", level: "EXPECT", statement: both, observedOn: null, evidence: "" },
  },
  {
    kind: "INDICATOR",
    key: "indicator",
    heading: msg`Indicators`,
    teach: msg`What is counted, from where to where, and how one knows it.`,
    add: msg`Add an indicator`,
    fields: [
      { name: "statement", label: msg`What is counted`, as: "both" },
      { name: "level", label: msg`What it tells of`, as: "choice", among: INDICATOR_LEVELS },
      { name: "measure", label: msg`How it is counted`, as: "choice", among: MEASURES },
      { name: "unit", label: msg`In which unit`, as: "both", optional: true },
      { name: "baseline", label: msg`What it was before`, as: "amount" },
      { name: "baselineOn", label: msg`On which day`, as: "day" },
      { name: "target", label: msg`What it is to become`, as: "amount" },
      { name: "targetOn", label: msg`By which day`, as: "day" },
      { name: "splitBy", label: msg`By what values are split`, as: "splits" },
      { name: "means", label: msg`How one knows it`, as: "prose", optional: true },
      { name: "frequency", label: msg`How often it is looked at`, as: "choice", among: FREQUENCIES },
    ],
    blank: {
      statement: both,
      level: "OUTCOME",
      measure: "STATE",
      unit: both,
      baseline: "",
      baselineOn: null,
      target: "",
      targetOn: null,
      splitBy: [],
      means: "",
      frequency: "QUARTERLY",
    },
  },
  {
    kind: "RISK",
    key: "risk",
    heading: msg`Risks`,
    teach: msg`What may go wrong, for whom, and what is done about it. For the team alone.`,
    add: msg`Add a risk`,
    owned: true,
    fields: [
      { name: "text", label: msg`What may happen`, as: "prose" },
      { name: "category", label: msg`What kind of harm`, as: "choice", among: RISKS },
      { name: "likelihood", label: msg`How likely, 1 to 5`, as: "scale" },
      { name: "impact", label: msg`How bad, 1 to 5`, as: "scale" },
      { name: "mitigation", label: msg`What is done about it`, as: "prose", optional: true },
      { name: "status", label: msg`Where it stands`, as: "choice", among: RISK_STATES },
    ],
    blank: { text: "", category: "DO_NO_HARM", likelihood: 3, impact: 3, mitigation: "", status: "OPEN" },
  },
  {
    kind: "FORCE",
    key: "force",
    heading: msg`Forces`,
    teach: msg`What drives the change, and what holds it back. For the team alone.`,
    add: msg`Add a force`,
    fields: [
      { name: "text", label: msg`What it is`, as: "prose" },
      { name: "direction", label: msg`It`, as: "choice", among: DIRECTIONS },
      { name: "strength", label: msg`How strongly, 1 to 5`, as: "scale" },
      { name: "changeability", label: msg`How much it can be changed, 1 to 5`, as: "scale" },
      { name: "basis", label: msg`How we know`, as: "line", optional: true },
    ],
    blank: { text: "", direction: "DRIVING", strength: 3, changeability: 3, basis: "" },
  },
  {
    kind: "BUDGET_LINE",
    key: "budgetLine",
    heading: msg`Budget`,
    teach: msg`What is planned and spent, in riel and dollars side by side. For the team alone.`,
    add: msg`Add a budget line`,
    owned: true,
    fields: [
      { name: "code", label: msg`Code`, as: "line", optional: true },
      { name: "description", label: msg`For what`, as: "line" },
      { name: "donor", label: msg`Who gives the money`, as: "line", optional: true },
      {
        name: "currency",
        label: msg`Currency`,
        as: "choice",
        among: { KHR: msg`riel (KHR)`, USD: msg`dollars (USD)` },
      },
      { name: "planned", label: msg`Planned`, as: "amount" },
      { name: "spent", label: msg`Spent so far`, as: "amount" },
    ],
    blank: { code: "", description: "", donor: "", currency: "USD", planned: "0", spent: "0" },
  },
];

/** What an item says, under the names by which it is asked for: queries call some of them otherwise, where kinds differ. */
export function said(item: PlanItemPartsFragment): Record<string, unknown> {
  const { __typename, ...body } = item.body as { __typename: string } & Record<string, unknown>;
  const { message, risk, force, marker, indicatorLevel, goalFigure, ...rest } = body;
  const text = message ?? risk ?? force;
  return {
    ...rest,
    ...(text === undefined ? {} : { text }),
    ...(marker === undefined ? {} : { statement: marker }),
    ...(indicatorLevel === undefined
      ? {}
      : { level: indicatorLevel, target: goalFigure ?? "", baseline: body.baseline ?? "" }),
  };
}
