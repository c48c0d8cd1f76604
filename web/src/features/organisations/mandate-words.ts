import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { MandateBasis, TextKind } from "../../graphql/schema";

export const BASES: Record<MandateBasis, MessageDescriptor> = {
  DIRECTOR: msg`decision of the director`,
  BOARD: msg`decision of the board`,
  ASSEMBLY: msg`decision of the general assembly`,
  OTHER: msg`another decision`,
};

export const TEXT_KINDS: Record<TextKind, MessageDescriptor> = {
  POSITION_PAPER: msg`position papers`,
  JOINT_STATEMENT: msg`joint statements`,
  OPEN_LETTER: msg`open letters`,
  SUBMISSION: msg`submissions to authorities`,
};
