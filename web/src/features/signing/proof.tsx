import { useLingui } from "@lingui/react/macro";
import { useEffect, useState } from "react";
import { useQuery } from "urql";
import { useLocale } from "../../i18n/text";
import { TextField } from "../../ui/kit";
import { SignEvidenceDocument } from "./signing.gql";

/** Picks the document of the library that proves something. */
export function Proof({
  network,
  label,
  chosen,
  error,
  onChoose,
}: {
  network: string;
  label: string;
  chosen: string;
  error?: string | undefined;
  onChoose: (document: string) => void;
}) {
  const { t } = useLingui();
  const { say } = useLocale();
  const [words, setWords] = useState("");
  const [asked, setAsked] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setAsked(words), 250);
    return () => clearTimeout(timer);
  }, [words]);
  const [{ data }] = useQuery({ query: SignEvidenceDocument, variables: { network, query: asked } });
  return (
    <>
      <TextField
        label={label}
        type="search"
        value={words}
        error={error}
        onChange={(event) => setWords(event.target.value)}
      />
      <fieldset className="stackv gap-2">
        <legend className="vh">{t`Documents`}</legend>
        {data?.searchEvidence.edges.map(({ node }) => (
          <label key={node.id} className="check">
            <input
              type="radio"
              name="evidence"
              checked={chosen === node.id}
              onChange={() => onChoose(node.id)}
            />
            <span>{say(node.title)}</span>
          </label>
        ))}
      </fieldset>
    </>
  );
}
