import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Attribution, DeliveryMethod, EndorsementBasis, EndorsementState } from "../../graphql/schema";

export const SAID: Record<EndorsementState, MessageDescriptor> = {
  IN_INTERNAL_REVIEW: msg`asks its board`,
  ENDORSED: msg`signs`,
  ENDORSED_WITH_RESERVATION: msg`signs with a reservation`,
  ABSTAINED: msg`abstains`,
  DECLINED: msg`declines`,
  OBJECTED: msg`objects`,
  WITHDRAWN: msg`withdrew`,
  RECONFIRM: msg`is asked anew`,
};

export const SAID_TONES: Record<EndorsementState, string> = {
  IN_INTERNAL_REVIEW: "pending",
  ENDORSED: "ok",
  ENDORSED_WITH_RESERVATION: "ok",
  ABSTAINED: "",
  DECLINED: "",
  OBJECTED: "danger",
  WITHDRAWN: "",
  RECONFIRM: "warn",
};

export const BASES: Record<EndorsementBasis, { name: MessageDescriptor; hint: MessageDescriptor }> = {
  BOARD_DECISION: { name: msg`Board decision`, hint: msg`The board has decided on this text` },
  DIRECTOR_AUTHORITY: {
    name: msg`Director’s authority`,
    hint: msg`Within what our statutes allow`,
  },
  STANDING_MANDATE: { name: msg`Standing mandate`, hint: msg`Decided beforehand for texts like this one` },
  GENERAL_ASSEMBLY: { name: msg`General assembly`, hint: msg`Our members have decided` },
  NETWORK_DELEGATION: { name: msg`Left to the network`, hint: msg`We have asked the network to sign for us` },
};

export const ATTRIBUTIONS: Record<Attribution, { name: MessageDescriptor; hint: MessageDescriptor }> = {
  PUBLIC: { name: msg`Public`, hint: msg`In the published list` },
  ADDRESSEE_ONLY: { name: msg`To the addressee only`, hint: msg`Not in the public list` },
  COUNTED_ANONYMOUSLY: {
    name: msg`Counted, name withheld`,
    hint: msg`“1 organisation whose name is withheld for its safety”`,
  },
};

export const METHODS: Record<DeliveryMethod, MessageDescriptor> = {
  HAND_DELIVERED: msg`by hand`,
  POST: msg`by post`,
  EMAIL: msg`by mail`,
  E_SUBMISSION: msg`through a portal`,
  MEETING: msg`in a meeting`,
};
