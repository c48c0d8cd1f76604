import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type {
  CommentKind,
  CommentState,
  PaperAuthorMode,
  PaperState,
  PaperType,
  TranslationState,
} from "../../graphql/schema";

export const PAPER_TYPES: Record<PaperType, MessageDescriptor> = {
  POSITION_PAPER: msg`Position paper`,
  POLICY_BRIEF: msg`Policy brief`,
  JOINT_STATEMENT: msg`Joint statement`,
  SIGN_ON_LETTER: msg`Letter to sign`,
  OPEN_LETTER: msg`Open letter`,
  SUBMISSION: msg`Submission`,
  SHADOW_REPORT: msg`Shadow report`,
  PRESS_STATEMENT: msg`Statement to the press`,
};

export const AUTHOR_MODES: Record<PaperAuthorMode, MessageDescriptor> = {
  NETWORK_POSITION: msg`The network, by its own decision`,
  SIGNATORIES: msg`The organisations that sign`,
};

export const PAPER_STATES: Record<PaperState, MessageDescriptor> = {
  DRAFT: msg`draft`,
  INTERNAL_CONSULTATION: msg`in consultation`,
  REVIEW: msg`in review`,
  FINAL_TEXT: msg`final text`,
  SIGN_ON: msg`being signed`,
  ADOPTION: msg`being decided on`,
  READY: msg`ready to be published`,
  PUBLISHED: msg`published`,
  SUPERSEDED: msg`superseded`,
  RETRACTED: msg`taken back`,
  ABANDONED: msg`given up`,
};

export const PAPER_TONES: Record<PaperState, string> = {
  DRAFT: "",
  INTERNAL_CONSULTATION: "pending",
  REVIEW: "pending",
  FINAL_TEXT: "ok",
  SIGN_ON: "pending",
  ADOPTION: "pending",
  READY: "ok",
  PUBLISHED: "ok",
  SUPERSEDED: "",
  RETRACTED: "danger",
  ABANDONED: "",
};

export const TRANSLATIONS: Record<TranslationState, MessageDescriptor> = {
  MISSING: msg`not translated`,
  IN_PROGRESS: msg`being translated`,
  TRANSLATED: msg`translated`,
  REVIEWED: msg`translation reviewed`,
  OUTDATED: msg`translation outdated`,
};

export const COMMENT_KINDS: Record<CommentKind, MessageDescriptor> = {
  FACTUAL: msg`Facts`,
  LEGAL: msg`Law`,
  WORDING: msg`Wording`,
  SUBSTANTIVE: msg`Substance`,
  SECURITY: msg`Somebody’s safety`,
};

export const COMMENT_STATES: Record<CommentState, MessageDescriptor> = {
  OPEN: msg`open`,
  ACCEPTED: msg`accepted`,
  ACCEPTED_MODIFIED: msg`accepted with changes`,
  MERGED: msg`merged with another`,
  NOT_ACCEPTED: msg`not accepted`,
  WITHDRAWN: msg`withdrawn`,
};
