import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type {
  CampaignVisibility,
  CommitmentForm,
  CommitmentKind,
  CommitmentSource,
  CommitmentState,
} from "../../graphql/schema";

type Words<Key extends string> = Record<Key, MessageDescriptor>;

export const COMMITMENT_KINDS: Words<CommitmentKind> = {
  COMMITMENT: msg`commitment`,
  AGREEMENT: msg`agreement`,
  RECOMMENDATION: msg`recommendation`,
  ACTION_POINT: msg`action point`,
};

export const SOURCES: Words<CommitmentSource> = {
  ENGAGEMENT: msg`a contact of the campaign`,
  REPLY: msg`a reply to an ask`,
  PLEDGE: msg`a public pledge`,
  DIALOGUE: msg`a dialogue`,
};

export const FORMS: Words<CommitmentForm> = {
  VERBAL: msg`by word of mouth`,
  MINUTED: msg`in minutes`,
  LETTER: msg`by letter`,
  LEGAL_TEXT: msg`in a legal text`,
};

/** Who may know a commitment: never more than may know its campaign. */
export const SEEN_BY: Words<CampaignVisibility> = {
  PUBLIC: msg`everybody who may know the campaign`,
  MEMBERS: msg`the members of the network`,
  TEAM: msg`those who take part`,
};

export const COMMITMENT_STATES: Words<CommitmentState> = {
  RECORDED: msg`recorded`,
  CONFIRMED: msg`confirmed`,
  IN_PROGRESS: msg`in progress`,
  FULFILLED: msg`kept`,
  PARTLY_FULFILLED: msg`kept in part`,
  NOT_FULFILLED: msg`not kept`,
  SUPERSEDED: msg`replaced by another`,
  WITHDRAWN: msg`taken back by its owner`,
};

export const COMMITMENT_TONES: Record<CommitmentState, string> = {
  RECORDED: "ghost",
  CONFIRMED: "pending",
  IN_PROGRESS: "pending",
  FULFILLED: "ok",
  PARTLY_FULFILLED: "warn",
  NOT_FULFILLED: "danger",
  SUPERSEDED: "ghost",
  WITHDRAWN: "ghost",
};

/** It is still to be kept. */
export const OPEN: CommitmentState[] = ["RECORDED", "CONFIRMED", "IN_PROGRESS"];
