import { Trans, useLingui } from "@lingui/react/macro";
import { X } from "lucide-react";
import { useEffect, useState } from "react";
import { useQuery } from "urql";
import { useLocale } from "../../i18n/text";
import { Button, TextField } from "../../ui/kit";
import { SignMembersDocument, type SignMembersQuery } from "./signing.gql";

export type Member = NonNullable<
  NonNullable<SignMembersQuery["network"]>["members"]["edges"][number]["node"]["organisation"]
>;

/** Picks members: found by a part of their names, and taken off again. */
export function Required({
  network,
  chosen,
  error,
  onChange,
}: {
  network: string;
  chosen: Member[];
  error?: string | undefined;
  onChange: (chosen: Member[]) => void;
}) {
  const { t } = useLingui();
  const { say } = useLocale();
  const [words, setWords] = useState("");
  const [search, setSearch] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSearch(words), 250);
    return () => clearTimeout(timer);
  }, [words]);
  const [{ data }] = useQuery({ query: SignMembersDocument, variables: { network, search } });
  const members = data?.network?.members;
  const others = members?.edges.flatMap(({ node: { organisation } }) =>
    organisation && !chosen.some((one) => one.id === organisation.id) ? [organisation] : [],
  );
  return (
    <details open={error ? true : undefined}>
      <summary>
        <Trans>Organisations that must sign by public name</Trans>
      </summary>
      <div className="stackv gap-3">
        {chosen.map((one) => (
          <span key={one.id} className="row between gap-2">
            {say(one.name)}
            <Button
              className="small"
              kind="quiet"
              aria-label={t`Leave out ${one.acronym}`}
              onClick={() => onChange(chosen.filter((other) => other.id !== one.id))}
            >
              <X className="i" aria-hidden="true" />
            </Button>
          </span>
        ))}
        <TextField
          label={t`Search members`}
          type="search"
          value={words}
          error={error}
          onChange={(event) => setWords(event.target.value)}
        />
        <ul className="list">
          {others?.map((one) => (
            <li key={one.id}>
              <button type="button" className="linkish" onClick={() => onChange([...chosen, one])}>
                {say(one.name)}
              </button>
            </li>
          ))}
        </ul>
        {members?.pageInfo.hasNextPage ? (
          <p className="xs muted">
            <Trans>There are more: search by a part of the name.</Trans>
          </p>
        ) : null}
      </div>
    </details>
  );
}
