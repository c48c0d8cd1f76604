import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type {
  DocumentConsent,
  DocumentOrigin,
  DocumentState,
  EvidenceFacet,
  Sensitivity,
  TextState,
} from "./types";

export const DOCUMENT_STATES: Record<DocumentState, MessageDescriptor> = {
  UPLOADED: msg`to be catalogued`,
  CATALOGUED: msg`catalogued`,
  PUBLISHED: msg`published`,
  SUPERSEDED: msg`newer edition`,
  WITHDRAWN: msg`withdrawn`,
  EXPIRED: msg`out of date`,
};
export const DOCUMENT_TONES: Record<DocumentState, string> = {
  UPLOADED: "pending",
  CATALOGUED: "pending",
  PUBLISHED: "ok",
  SUPERSEDED: "warn",
  WITHDRAWN: "danger",
  EXPIRED: "warn",
};
export const LEVELS: Record<Sensitivity, MessageDescriptor> = {
  PUBLIC: msg`public`,
  MEMBERS: msg`members`,
  RESTRICTED: msg`restricted`,
  CONFIDENTIAL: msg`confidential`,
};
export const LEVEL_HINTS: Record<Sensitivity, MessageDescriptor> = {
  PUBLIC: msg`Anyone may read it, also without an account.`,
  MEMBERS: msg`People of the network may read it.`,
  RESTRICTED: msg`The team, the secretariat and the committee may read it.`,
  CONFIDENTIAL: msg`Only named persons may read it; each opening is written down.`,
};
export const LEVEL_TONES: Record<Sensitivity, string> = {
  PUBLIC: "ok",
  MEMBERS: "",
  RESTRICTED: "warn",
  CONFIDENTIAL: "danger",
};
export const ORIGINS: Record<DocumentOrigin, MessageDescriptor> = {
  OWN_RESEARCH: msg`Own research`,
  PUBLIC_SOURCE: msg`Public source`,
  INFORMATION_REQUEST: msg`Answer to an information request`,
  MEMBER_CONTRIBUTED: msg`Given by a member`,
  LEAKED_RECEIVED: msg`Came unasked`,
  ORAL_TESTIMONY: msg`Oral testimony`,
};
export const CONSENTS: Record<DocumentConsent, MessageDescriptor> = {
  NOT_APPLICABLE: msg`Nobody to ask`,
  GIVEN: msg`They agreed, knowing to what`,
  NOT_GIVEN: msg`They did not agree, or were not asked`,
  WITHDRAWN: msg`They took their consent back`,
};
export const LICENCES: Record<string, MessageDescriptor> = {
  unknown: msg`Licence unknown`,
  all_rights_reserved: msg`All rights reserved`,
  public_domain_official_text: msg`Official text, free of rights`,
  "CC0-1.0": msg`CC0 1.0`,
  "CC-BY-4.0": msg`CC BY 4.0`,
  "CC-BY-SA-4.0": msg`CC BY-SA 4.0`,
  "CC-BY-NC-4.0": msg`CC BY-NC 4.0`,
  "CC-BY-NC-SA-4.0": msg`CC BY-NC-SA 4.0`,
  "CC-BY-ND-4.0": msg`CC BY-ND 4.0`,
  "CC-BY-NC-ND-4.0": msg`CC BY-NC-ND 4.0`,
  "ODbL-1.0": msg`ODbL 1.0`,
};
export const TEXT_STATES: Record<TextState, MessageDescriptor | null> = {
  WAITING: msg`text is being read`,
  READ: null,
  NO_TEXT: msg`text not searchable yet`,
  UNREADABLE: msg`text cannot be read`,
};
export const FACETS: Record<EvidenceFacet, MessageDescriptor> = {
  PLACE: msg`Place`,
  THEME: msg`Theme`,
  KIND: msg`Type`,
  LANGUAGE: msg`Language`,
  YEAR: msg`Year`,
  ORGANISATION: msg`Organisation`,
  LEVEL: msg`Sensitivity`,
  LICENCE: msg`Licence`,
  STATE: msg`State`,
};
export const LANGUAGES: Record<string, string> = { en: "English", km: "ខ្មែរ" };
