import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";
import { moment, number } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { Button, Field, Loading, Note } from "../../ui/kit";
import { failure } from "../../ui/outcome";
import {
  PaperDifferencesDocument,
  type PaperRevisionsQuery,
  PaperWordsDocument,
  PaperWritersDocument,
} from "./papers.gql";

type Revision = NonNullable<PaperRevisionsQuery["paper"]>["revisions"]["edges"][number]["node"];

/** How one section came to be: from version to version, each with what it changed. */
export function Playback({
  paper,
  revisions,
  called,
}: {
  paper: string;
  /** The latest first. */
  revisions: Revision[];
  called: (revision: Revision) => string;
}) {
  const { t } = useLingui();
  const { locale } = useLocale();
  const [section, setSection] = useState("");
  const [at, setAt] = useState(0);
  const [{ data: words }] = useQuery({ query: PaperWordsDocument, variables: { id: paper } });
  const order = [...revisions].reverse();
  const place = Math.min(at, order.length - 1);
  const [older, newer] = [order[place], order[place + 1]];
  const [{ data, fetching, error }] = useQuery({
    query: PaperDifferencesDocument,
    variables: { id: paper, from: older?.number ?? 0, to: newer?.number ?? null },
    pause: section === "" || !older,
  });
  if (order.length < 1) return null;
  const change = data?.paper?.differences.find((one) => `${one.language} ${one.section}` === section);
  const said = newer ? `${number(newer.number, locale)} · ${called(newer)}` : t`the text as it is now`;
  return (
    <details>
      <summary>
        <Trans>How a section came to be</Trans>
      </summary>
      <div className="stackv gap-3">
        <Field label={t`Section`}>
          {(ids) => (
            <select
              className="input"
              {...ids}
              value={section}
              onChange={(event) => setSection(event.target.value)}
            >
              <option value="">{t`Choose one`}</option>
              {(words?.paper?.sections ?? []).map((one) => (
                <option key={`${one.language} ${one.section}`} value={`${one.language} ${one.section}`}>
                  {`${one.language} · ${one.heading}`}
                </option>
              ))}
            </select>
          )}
        </Field>
        {section ? (
          <>
            <Field label={t`Version`}>
              {(ids) => (
                <input
                  type="range"
                  {...ids}
                  min={0}
                  max={order.length - 1}
                  step={1}
                  value={place}
                  aria-valuetext={said}
                  onChange={(event) => setAt(Number(event.target.value))}
                />
              )}
            </Field>
            <div className="row between wrap">
              <Button className="small" disabled={place === 0} onClick={() => setAt(place - 1)}>
                <Trans>Earlier</Trans>
              </Button>
              <span className="sm muted" role="status">
                {said}
                {newer ? ` · ${moment(newer.madeAt, locale)}` : ""}
              </span>
              <Button className="small" disabled={place >= order.length - 1} onClick={() => setAt(place + 1)}>
                <Trans>Later</Trans>
              </Button>
            </div>
            {error ? <Note tone="danger">{failure(error)}</Note> : null}
            {fetching ? <Loading /> : null}
            {!fetching && change ? (
              <p
                className="prose differences"
                lang={change.language === "KM" ? "km" : "en"}
                // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys, too
                tabIndex={0}
              >
                {change.pieces.map((piece, n) => {
                  const key = n;
                  if (piece.fate === "INSERTED") return <ins key={key}>{piece.text}</ins>;
                  if (piece.fate === "DELETED") return <del key={key}>{piece.text}</del>;
                  return <span key={key}>{piece.text}</span>;
                })}
              </p>
            ) : null}
            {!fetching && data && !change ? (
              <p className="muted">
                <Trans>Nothing changed in this section.</Trans>
              </p>
            ) : null}
          </>
        ) : null}
      </div>
    </details>
  );
}

/** Who has written what stands in each section. */
export function Writers({ paper }: { paper: string }) {
  const { t } = useLingui();
  const { locale, say } = useLocale();
  const [open, setOpen] = useState(false);
  const [{ data, error }] = useQuery({
    query: PaperWritersDocument,
    variables: { id: paper },
    pause: !open,
    requestPolicy: "network-only",
  });
  const sections = (data?.paper?.sections ?? []).filter((section) => section.writers.length > 0);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Trans>Who wrote what</Trans>
      </summary>
      {error ? <Note tone="danger">{failure(error)}</Note> : null}
      {open && !data && !error ? <Loading /> : null}
      {data && sections.length === 0 ? (
        <p className="muted">
          <Trans>Nobody has written anything yet.</Trans>
        </p>
      ) : null}
      {sections.length > 0 ? (
        <table className="tbl">
          <caption className="vh">
            <Trans>Who wrote what</Trans>
          </caption>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Section</Trans>
              </th>
              <th scope="col">
                <Trans>Written by</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {sections.map((section) => {
              const all = section.writers.reduce((sum, writer) => sum + writer.letters, 0);
              return (
                <tr key={`${section.language} ${section.section}`}>
                  <td lang={section.language === "KM" ? "km" : "en"}>{section.heading}</td>
                  <td>
                    {section.writers
                      .map((writer) => {
                        const name = writer.person ? say(writer.person.name.full) : t`somebody`;
                        return `${name} ${number(Math.max(1, Math.round((100 * writer.letters) / all)), locale)} %`;
                      })
                      .join(", ")}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      ) : null}
    </details>
  );
}
