import { Trans, useLingui } from "@lingui/react/macro";
import { X } from "lucide-react";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { useLocale } from "../../i18n/text";
import { Button, Field, Loading, Modal, Note, TextField } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import { PlacePicker } from "../../ui/place-picker";
import { EditEvidenceDocument, EvidenceChoicesDocument } from "./evidence.gql";
import type { DocumentConsent, DocumentOrigin, Full } from "./types";
import { CONSENTS, LANGUAGES, LICENCES, ORIGINS } from "./words";

/** Says what a document is, whose it is and what may be done with it. */
export function EditForm({
  found,
  onClose,
  onDone,
}: {
  found: Full;
  onClose: () => void;
  onDone: (version: number | undefined) => void;
}) {
  const { t, i18n } = useLingui();
  const { say } = useLocale();
  const [{ data }] = useQuery({ query: EvidenceChoicesDocument });
  const [titleEn, setTitleEn] = useState(found.title.en);
  const [titleKm, setTitleKm] = useState(found.title.km);
  const [summaryEn, setSummaryEn] = useState(found.summary.en);
  const [summaryKm, setSummaryKm] = useState(found.summary.km);
  const [kind, setKind] = useState(found.kind?.code ?? "");
  const [themes, setThemes] = useState<string[]>(found.themes.map((theme) => theme.code));
  const [places, setPlaces] = useState(
    found.places.map((place) => ({ code: place.code, name: say(place.name) })),
  );
  const [languages, setLanguages] = useState<string[]>([...found.languages]);
  const [authors, setAuthors] = useState(found.authors.join("; "));
  const [publisher, setPublisher] = useState(found.publisher);
  const [publishedOn, setPublishedOn] = useState(found.publishedOn);
  const [licence, setLicence] = useState(found.licence);
  const [origin, setOrigin] = useState<DocumentOrigin | "">(found.origin ?? "");
  const [originNote, setOriginNote] = useState(found.originNote);
  const [consent, setConsent] = useState<DocumentConsent>(found.consent);
  const [consentScope, setConsentScope] = useState(found.consentScope);
  const [personal, setPersonal] = useState(found.personalData);
  const [anonymised, setAnonymised] = useState(found.anonymised);
  const [round, setRound] = useState(0);
  const [editing, edit] = useMutation(EditEvidenceDocument);
  const payload = editing.data?.editEvidence;
  const against = reasons(payload);
  const why = failure(editing.error, payload) ?? against[""] ?? against.level;
  const submit = async () => {
    const input = {
      title: { en: titleEn, km: titleKm },
      summary: { en: summaryEn, km: summaryKm },
      kind,
      themes,
      places: places.map((place) => place.code),
      languages,
      authors: authors
        .split(";")
        .map((author) => author.trim())
        .filter(Boolean),
      publisher,
      publishedOn,
      licence,
      originNote,
      consentScope,
      personalData: personal,
      anonymised,
      ...(origin ? { origin } : {}),
      ...(found.consent === "WITHDRAWN" ? {} : { consent }),
    };
    const { data: answer } = await edit({ id: found.id, version: found.version, input });
    if (answer?.editEvidence.status === "DONE") onDone(answer.editEvidence.document?.version);
  };
  const flip = (list: string[], one: string) =>
    list.includes(one) ? list.filter((other) => other !== one) : [...list, one];
  return (
    <Modal open title={t`Describe this document`} onClose={onClose}>
      {data ? (
        <form
          className="formgrid"
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          {why ? <Note tone="danger">{why}</Note> : null}
          <TextField
            full
            label={t`Title in Khmer`}
            lang="km"
            error={against.title ?? against["title.km"]}
            value={titleKm}
            onChange={(event) => setTitleKm(event.target.value)}
          />
          <TextField
            full
            label={t`Title in English`}
            lang="en"
            error={against["title.en"]}
            value={titleEn}
            onChange={(event) => setTitleEn(event.target.value)}
          />
          <Field label={t`Type`} error={against.kind}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={kind}
                onChange={(event) => setKind(event.target.value)}
              >
                <option value="">–</option>
                {data.kinds
                  .filter((term) => term.active)
                  .map((term) => (
                    <option key={term.id} value={term.code}>
                      {say(term.label)}
                    </option>
                  ))}
              </select>
            )}
          </Field>
          <Field label={t`Licence`} error={against.licence}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={licence}
                onChange={(event) => setLicence(event.target.value)}
              >
                {Object.entries(LICENCES).map(([code, word]) => (
                  <option key={code} value={code}>
                    {i18n._(word)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <fieldset className="field full">
            <legend>
              <Trans>Themes</Trans>
            </legend>
            <div className="row wrap">
              {data.themes
                .filter((term) => term.active)
                .map((term) => (
                  <button
                    key={term.id}
                    type="button"
                    className="chip"
                    aria-pressed={themes.includes(term.code)}
                    onClick={() => setThemes(flip(themes, term.code))}
                  >
                    {say(term.label)}
                  </button>
                ))}
            </div>
          </fieldset>
          <fieldset className="field full">
            <legend>
              <Trans>Languages</Trans>
            </legend>
            <div className="row wrap">
              {Object.entries(LANGUAGES).map(([tag, name]) => (
                <button
                  key={tag}
                  type="button"
                  className="chip"
                  lang={tag}
                  aria-pressed={languages.includes(tag)}
                  onClick={() => setLanguages(flip(languages, tag))}
                >
                  {name}
                </button>
              ))}
            </div>
          </fieldset>
          <div className="field full">
            {places.length > 0 ? (
              <div className="row wrap">
                {places.map((place) => (
                  <button
                    key={place.code}
                    type="button"
                    className="chip"
                    aria-pressed="true"
                    aria-label={t`Remove ${place.name}`}
                    onClick={() => setPlaces(places.filter((other) => other.code !== place.code))}
                  >
                    {place.name}
                    <X className="i" aria-hidden="true" />
                  </button>
                ))}
              </div>
            ) : null}
            <PlacePicker
              key={round}
              label={t`Add a place`}
              value={null}
              error={against.places}
              onChange={(id) => {
                const code = id?.replace("place:", "");
                if (!code || places.some((place) => place.code === code)) return;
                setPlaces([...places, { code, name: code }]);
                setRound(round + 1);
              }}
            />
          </div>
          <Field full label={t`What it says, in Khmer`} error={against["summary.km"]}>
            {(ids) => (
              <textarea
                className="input"
                rows={3}
                lang="km"
                {...ids}
                value={summaryKm}
                onChange={(event) => setSummaryKm(event.target.value)}
              />
            )}
          </Field>
          <Field full label={t`What it says, in English`} error={against["summary.en"]}>
            {(ids) => (
              <textarea
                className="input"
                rows={3}
                lang="en"
                {...ids}
                value={summaryEn}
                onChange={(event) => setSummaryEn(event.target.value)}
              />
            )}
          </Field>
          <TextField
            label={t`Written by`}
            hint={t`Several: a semicolon between them.`}
            error={against.authors}
            value={authors}
            onChange={(event) => setAuthors(event.target.value)}
          />
          <TextField
            label={t`Published by`}
            error={against.publisher}
            value={publisher}
            onChange={(event) => setPublisher(event.target.value)}
          />
          <TextField
            label={t`Published on`}
            hint={t`A year, a month or a day: 2026, 2026-07, 2026-07-01.`}
            error={against.publishedOn}
            value={publishedOn}
            onChange={(event) => setPublishedOn(event.target.value)}
          />
          <Field label={t`Where it comes from`}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={origin}
                onChange={(event) => setOrigin(event.target.value as DocumentOrigin)}
              >
                <option value="">–</option>
                {Object.entries(ORIGINS).map(([code, word]) => (
                  <option key={code} value={code}>
                    {i18n._(word)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <TextField
            full
            label={t`Through whose hands`}
            error={against.originNote}
            value={originNote}
            onChange={(event) => setOriginNote(event.target.value)}
          />
          <label className="check full">
            <input
              type="checkbox"
              checked={personal}
              onChange={(event) => setPersonal(event.target.checked)}
            />
            <span>
              <Trans>It holds data about people</Trans>
            </span>
          </label>
          {personal ? (
            <>
              <label className="check full">
                <input
                  type="checkbox"
                  checked={anonymised}
                  onChange={(event) => setAnonymised(event.target.checked)}
                />
                <span>
                  <Trans>Names are taken out</Trans>
                </span>
              </label>
              {found.consent === "WITHDRAWN" ? null : (
                <Field label={t`Consent`} error={against.consent}>
                  {(ids) => (
                    <select
                      className="input"
                      {...ids}
                      value={consent}
                      onChange={(event) => setConsent(event.target.value as DocumentConsent)}
                    >
                      {(["NOT_APPLICABLE", "GIVEN", "NOT_GIVEN"] as const).map((choice) => (
                        <option key={choice} value={choice}>
                          {i18n._(CONSENTS[choice])}
                        </option>
                      ))}
                    </select>
                  )}
                </Field>
              )}
              <TextField
                label={t`To what they agreed`}
                error={against.consentScope}
                value={consentScope}
                onChange={(event) => setConsentScope(event.target.value)}
              />
            </>
          ) : null}
          <div className="row end full">
            <Button kind="primary" type="submit" disabled={editing.fetching}>
              <Trans>Save</Trans>
            </Button>
          </div>
        </form>
      ) : (
        <Loading />
      )}
    </Modal>
  );
}
