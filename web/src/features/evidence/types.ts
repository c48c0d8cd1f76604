import type { EvidenceDocumentPageQuery, SearchEvidenceQuery } from "./evidence.gql";

export type Full = NonNullable<EvidenceDocumentPageQuery["evidenceDocument"]>;
export type Results = SearchEvidenceQuery["searchEvidence"];
export type EvidenceFacet = Results["facets"][number]["facet"];
export type DocumentState = Full["state"];
export type Sensitivity = Full["level"];
export type DocumentOrigin = NonNullable<Full["origin"]>;
export type DocumentConsent = Full["consent"];
export type TextState = Full["files"][number]["text"];
