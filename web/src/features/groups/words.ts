import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { GroupJoining, GroupState, MinutesState, SeatState } from "../../graphql/schema";

export const GROUP_STATES: Record<GroupState, MessageDescriptor> = {
  PROPOSED: msg`proposed`,
  ACTIVE: msg`at work`,
  DORMANT: msg`resting`,
  DISSOLVED: msg`dissolved`,
};

export const GROUP_TONES: Record<GroupState, string> = {
  PROPOSED: "pending",
  ACTIVE: "ok",
  DORMANT: "warn",
  DISSOLVED: "",
};

export const JOININGS: Record<GroupJoining, MessageDescriptor> = {
  OPEN: msg`open: members send whom they like`,
  BY_APPROVAL: msg`a convenor approves each request`,
  BY_INVITATION: msg`by invitation of a convenor`,
};

export const SEAT_STATES: Record<SeatState, MessageDescriptor> = {
  ASKED: msg`asked for`,
  INVITED: msg`invited`,
  SEATED: msg`member`,
  DECLINED: msg`declined`,
  ENDED: msg`ended`,
};

export const MINUTES_STATES: Record<MinutesState, MessageDescriptor> = {
  NONE: msg`no minutes`,
  DRAFT: msg`minutes in draft`,
  APPROVED: msg`minutes approved`,
};
