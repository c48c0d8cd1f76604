import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type {
  BallotScale,
  DecisionMethod,
  DecisionState,
  DecisionSubject,
  ReviewItem,
  Stance,
  Voters,
} from "../graphql/schema";

export const SUBJECTS: Record<DecisionSubject, MessageDescriptor> = {
  ADMIT_MEMBER: msg`admission of a member`,
  ADOPT_POSITION: msg`adoption of a position`,
  PUBLISH_STATEMENT: msg`publication of a statement`,
  SPEND: msg`spending`,
  AMEND_STATUTES: msg`change of the statutes`,
  EXPEL_MEMBER: msg`expulsion of a member`,
  OTHER: msg`something else`,
};

export const METHODS: Record<DecisionMethod, MessageDescriptor> = {
  CONSENT: msg`consent: adopted unless somebody objects with reasons`,
  CONSENSUS: msg`consensus: all who take a position agree`,
  SIMPLE_MAJORITY: msg`simple majority`,
  TWO_THIRDS: msg`two thirds`,
};

export const VOTERS: Record<Voters, MessageDescriptor> = {
  FULL_MEMBERS: msg`full members`,
  COMMITTEE: msg`the steering committee`,
  GROUP: msg`the organisations of the working group`,
};

export const DECISION_STATES: Record<DecisionState, MessageDescriptor> = {
  OPEN: msg`open`,
  ADOPTED: msg`adopted`,
  NOT_ADOPTED: msg`not adopted`,
  INQUORATE: msg`no quorum`,
  WITHDRAWN: msg`withdrawn`,
};

export const DECISION_TONES: Record<DecisionState, string> = {
  OPEN: "pending",
  ADOPTED: "ok",
  NOT_ADOPTED: "danger",
  INQUORATE: "warn",
  WITHDRAWN: "",
};

export const STANCES: Record<Stance, MessageDescriptor> = {
  IN_FAVOUR: msg`in favour`,
  AGAINST: msg`against`,
  ABSTAIN: msg`abstain`,
  STAND_ASIDE: msg`stand aside`,
  OBJECTION: msg`objection`,
  ENDORSE: msg`endorse`,
  MINOR_POINT: msg`agree with a minor point`,
  RESERVATION: msg`support with reservation`,
  MORE_DISCUSSION: msg`more discussion needed`,
  DISLIKE_BUT_SUPPORT: msg`do not like it but support it`,
  SERIOUS_DISAGREEMENT: msg`serious disagreement`,
  BLOCK: msg`block`,
};

export const ON_SCALE: Record<BallotScale, Stance[]> = {
  VOTE: ["IN_FAVOUR", "STAND_ASIDE", "ABSTAIN", "AGAINST", "OBJECTION"],
  GRADIENTS: [
    "ENDORSE",
    "MINOR_POINT",
    "RESERVATION",
    "ABSTAIN",
    "MORE_DISCUSSION",
    "DISLIKE_BUT_SUPPORT",
    "SERIOUS_DISAGREEMENT",
    "BLOCK",
  ],
};

export const REVIEW_ITEMS: Record<ReviewItem, MessageDescriptor> = {
  REGISTRATION: msg`Its standing with the authorities was looked at`,
  GOVERNANCE: msg`It has a governing body and keeps accounts`,
  SAFEGUARDING: msg`It protects the people it works with`,
  INDEPENDENCE: msg`It is independent of parties`,
  PURPOSE: msg`It works on what the network is for`,
};
