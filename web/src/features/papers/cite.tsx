import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useEffect, useState } from "react";
import { useQuery } from "urql";
import { digits } from "../../i18n/format";
import { Both, useLocale } from "../../i18n/text";
import { Button, Field, Modal, Note, TextField } from "../../ui/kit";
import { failure } from "../../ui/outcome";
import type { Cited } from "./citations";
import { CitableDocument } from "./papers.gql";

/** Chooses a document of the library, and says where in it and with which words. */
export function Cite({
  network,
  onCite,
  onClose,
}: {
  network: string;
  onCite: (cited: Cited) => void;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const { locale } = useLocale();
  const [words, setWords] = useState("");
  const [asked, setAsked] = useState("");
  const [document, setDocument] = useState("");
  const [page, setPage] = useState("");
  const [quote, setQuote] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setAsked(words), 250);
    return () => clearTimeout(timer);
  }, [words]);
  const [{ data, error }] = useQuery({ query: CitableDocument, variables: { network, query: asked } });
  const hits = data?.searchEvidence.edges ?? [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (document) onCite({ document, page: page.trim().slice(0, 40), quote: quote.trim().slice(0, 600) });
  };
  return (
    <Modal title={t`Cite a document of the library`} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={submit}>
        <TextField
          label={t`Search the library`}
          type="search"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        {error ? <Note tone="danger">{failure(error)}</Note> : null}
        <fieldset className="stackv gap-2 citable">
          <legend className="vh">{t`Documents`}</legend>
          {hits.map(({ node: found, page: at, passage }) => (
            <label key={found.id} className="check">
              <input
                type="radio"
                name="document"
                value={found.id}
                checked={document === found.id}
                onChange={() => {
                  setDocument(found.id);
                  setPage(at ? String(at) : "");
                }}
              />
              <span>
                <b>
                  <Both text={found.title} />
                </b>
                <br />
                <small className="muted">
                  {[found.publisher, digits(found.publishedOn, locale)].filter(Boolean).join(" · ")}
                  {asked
                    ? ` — ${passage
                        .map((piece) => piece.text)
                        .join("")
                        .slice(0, 120)}`
                    : ""}
                </small>
              </span>
            </label>
          ))}
          {data && hits.length === 0 ? (
            <p className="muted">
              <Trans>Nothing is found.</Trans>
            </p>
          ) : null}
        </fieldset>
        <div className="formgrid">
          <TextField
            label={t`Page or article`}
            value={page}
            maxLength={40}
            onChange={(event) => setPage(event.target.value)}
          />
          <Field label={t`Its words`} full>
            {(ids) => (
              <textarea
                className="input"
                rows={2}
                maxLength={600}
                {...ids}
                value={quote}
                onChange={(event) => setQuote(event.target.value)}
              />
            )}
          </Field>
        </div>
        <div className="row wrap">
          <Button kind="primary" type="submit" disabled={!document}>
            <Trans>Cite</Trans>
          </Button>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </Modal>
  );
}
