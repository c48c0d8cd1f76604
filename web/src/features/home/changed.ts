import type { LinkProps } from "@tanstack/react-router";
import type { BothLanguages } from "../../i18n/text";
import type { ChangedThingFragment } from "./home.gql";

/** What a thing is called, as far as one may know it, its mark, and where one reads more. */
export function called(node: ChangedThingFragment | null | undefined): {
  name: BothLanguages | null;
  acronym: string;
  mark: string;
  to: Pick<LinkProps, "to" | "params"> | null;
} {
  const id = node?.id ?? "";
  const as = (name: BothLanguages | null, to: Pick<LinkProps, "to" | "params"> | null = null) => ({
    name,
    acronym: "",
    mark: id,
    to,
  });
  switch (node?.__typename) {
    case "Organisation":
      return { ...as(node.name, { to: "/organisations/$id", params: { id } }), acronym: node.acronym };
    case "Membership": {
      const { id: organisation, name, acronym } = node.organisation;
      const to = { to: "/organisations/$id", params: { id: organisation } } as const;
      return { ...as(name, to), acronym, mark: organisation };
    }
    case "Person":
      return as(node.personName.full, { to: "/people/$id", params: { id } });
    case "Decision":
      return as(node.title, { to: "/decisions/$id", params: { id } });
    case "Meeting":
      return as(node.title);
    case "WorkingGroup":
      return as(node.groupName, { to: "/groups/$id", params: { id } });
    case "Dialogue":
      return as(node.title, { to: "/dialogues/$id", params: { id } });
    case "Campaign":
      return as(node.title, { to: "/campaigns/$id", params: { id } });
    case "Paper":
      return as(node.title, { to: "/papers/$id", params: { id } });
    case "EvidenceDocument":
      return as(node.documentTitle, { to: "/evidence/$id", params: { id } });
    case "Network":
      return as(node.networkName);
    default:
      return as(null);
  }
}
