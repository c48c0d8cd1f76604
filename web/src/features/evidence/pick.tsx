import { Trans, useLingui } from "@lingui/react/macro";
import { X } from "lucide-react";
import { useEffect, useState } from "react";
import { useQuery } from "urql";
import { Both, useLocale } from "../../i18n/text";
import { Button, Note, TextField } from "../../ui/kit";
import { failure } from "../../ui/outcome";
import { DocumentChoicesDocument } from "./evidence.gql";

export type Picked = { id: string; title: { en: string; km: string } };

/** Chooses documents of the library: those chosen above, those found under the search. */
export function DocumentPicker({
  network,
  value,
  error,
  legend,
  onChange,
}: {
  network: string;
  /** What they are chosen for; what shows something when left out. */
  legend?: string;
  value: Picked[];
  error?: string | undefined;
  onChange: (value: Picked[]) => void;
}) {
  const { t } = useLingui();
  const { say } = useLocale();
  const [words, setWords] = useState("");
  const [asked, setAsked] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setAsked(words), 250);
    return () => clearTimeout(timer);
  }, [words]);
  const [{ data, error: broken }] = useQuery({
    query: DocumentChoicesDocument,
    variables: { network, query: asked },
    pause: asked.trim() === "",
  });
  const found = asked.trim() === "" ? [] : (data?.searchEvidence.edges ?? []);
  const free = found.filter(({ node }) => !value.some((one) => one.id === node.id));
  return (
    <fieldset className="full stackv gap-2">
      <legend className="label">{legend ?? <Trans>Documents of the library that say so</Trans>}</legend>
      {value.map((one) => (
        <span key={one.id} className="row between gap-2">
          <Both text={one.title} />
          <Button
            className="small"
            kind="quiet"
            aria-label={t`Leave out ${say(one.title)}`}
            onClick={() => onChange(value.filter((other) => other.id !== one.id))}
          >
            <X className="i" aria-hidden="true" />
          </Button>
        </span>
      ))}
      <TextField
        label={t`Search the library`}
        type="search"
        value={words}
        error={error}
        onChange={(event) => setWords(event.target.value)}
      />
      {broken ? <Note tone="danger">{failure(broken)}</Note> : null}
      {free.length > 0 ? (
        <ul className="list picks">
          {free.map(({ node }) => (
            <li key={node.id}>
              <button
                type="button"
                className="linkish"
                onClick={() => onChange([...value, { id: node.id, title: node.title }])}
              >
                <Both text={node.title} />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {asked.trim() !== "" && data && found.length === 0 ? (
        <p className="muted sm">
          <Trans>Nothing is found.</Trans>
        </p>
      ) : null}
    </fieldset>
  );
}
