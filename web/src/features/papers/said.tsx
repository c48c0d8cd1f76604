import { Plural } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";
import { number } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { Badge } from "../../ui/kit";
import { PaperCommentsDocument } from "./papers.gql";

/** The comments and amendments of a paper, with all their pages. */
export function useComments(paper: string) {
  const [after, setAfter] = useState<string | null>(null);
  const [{ data, error }, again] = useQuery({
    query: PaperCommentsDocument,
    variables: { id: paper, after },
  });
  const page = data?.paper?.comments;
  return {
    comments: page?.edges.map((edge) => edge.node) ?? [],
    more: page?.pageInfo.hasNextPage ? () => setAfter(page.pageInfo.endCursor ?? null) : null,
    error,
    again: () => again({ requestPolicy: "network-only" }),
  };
}

/** How many comments are open, in words. */
export function OpenCount({ open }: { open: number }) {
  const { locale } = useLocale();
  return (
    <Badge tone={open > 0 ? "pending" : "ok"}>
      <Plural value={open} _0="none open" one="1 open" other={`${number(open, locale)} open`} />
    </Badge>
  );
}
