import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useMutation, useQuery } from "urql";
import type { Language, PaperAuthorMode, PaperType, Sensitivity } from "../../graphql/schema";
import { number } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { Button, Field, Modal, Note, TextField } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import { LEVELS } from "../evidence/words";
import {
  EditPaperDocument,
  GroupsToWriteDocument,
  type PaperPartsFragment,
  PaperThemesDocument,
  StartPaperDocument,
} from "./papers.gql";
import { AUTHOR_MODES, PAPER_TYPES } from "./words";

/** Begins a paper, or changes what one says of itself. */
export function PaperForm({
  network,
  paper,
  onClose,
}: {
  network: string;
  paper?: PaperPartsFragment;
  onClose: () => void;
}) {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const navigate = useNavigate();
  const [{ data: groups }] = useQuery({
    query: GroupsToWriteDocument,
    variables: { network },
    pause: paper !== undefined,
  });
  const [starting, start] = useMutation(StartPaperDocument);
  const [editing, edit] = useMutation(EditPaperDocument);
  const [form, setForm] = useState({
    titleKm: paper?.title.km ?? "",
    titleEn: paper?.title.en ?? "",
    summaryKm: paper?.summary.km ?? "",
    summaryEn: paper?.summary.en ?? "",
    deadline: paper?.deadline ?? "",
  });
  const [type, setType] = useState<PaperType>(paper?.textType ?? "POSITION_PAPER");
  const [mode, setMode] = useState<PaperAuthorMode>(paper?.authorMode ?? "NETWORK_POSITION");
  const [source, setSource] = useState<Language>(paper?.sourceLanguage ?? (locale === "km" ? "KM" : "EN"));
  const [counts, setCounts] = useState<Language>(paper?.authoritativeLanguage ?? source);
  const [level, setLevel] = useState<Sensitivity>(paper?.sensitivity ?? "MEMBERS");
  const [group, setGroup] = useState("");
  const [themes, setThemes] = useState<string[]>(paper?.themes.map((theme) => theme.code) ?? []);
  const [{ data: lists }] = useQuery({ query: PaperThemesDocument });
  const payload = starting.data?.startPaper ?? editing.data?.editPaper;
  const wrong = reasons(payload);
  const why = failure(starting.error ?? editing.error, payload) ?? wrong.paper;
  const field = (name: keyof typeof form) => ({
    value: form[name],
    onChange: (event: { target: { value: string } }) => setForm({ ...form, [name]: event.target.value }),
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input = {
      title: { en: form.titleEn, km: form.titleKm },
      summary: { en: form.summaryEn, km: form.summaryKm },
      themes,
      authorMode: mode,
      authoritativeLanguage: counts,
      sensitivity: level,
      deadline: form.deadline || null,
    };
    if (paper) {
      const result = await edit({ id: paper.id, version: paper.version, input });
      if (result.data?.editPaper.status === "DONE") onClose();
      return;
    }
    const result = await start({
      input: { network, group: group || null, textType: type, sourceLanguage: source, paper: input },
    });
    const made = result.data?.startPaper.paper;
    if (made) await navigate({ to: "/papers/$id", params: { id: made.id } });
  };
  const languages = (
    <>
      <option value="KM">{t`Khmer`}</option>
      <option value="EN">{t`English`}</option>
    </>
  );
  return (
    <Modal title={paper ? t`About this paper` : t`Begin a paper`} open onClose={onClose}>
      <form className="formgrid" onSubmit={(event) => void submit(event)}>
        {why ? <Note tone="danger">{why}</Note> : null}
        <TextField
          label={t`Title in Khmer`}
          lang="km"
          full
          error={wrong["title.km"] ?? wrong.title}
          {...field("titleKm")}
        />
        <TextField
          label={t`Title in English`}
          lang="en"
          full
          error={wrong["title.en"]}
          {...field("titleEn")}
        />
        {paper ? null : (
          <>
            <Field label={t`Kind of text`}>
              {(ids) => (
                <select
                  className="input"
                  {...ids}
                  value={type}
                  onChange={(event) => setType(event.target.value as PaperType)}
                >
                  {(Object.keys(PAPER_TYPES) as PaperType[]).map((one) => (
                    <option key={one} value={one}>
                      {i18n._(PAPER_TYPES[one])}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <Field label={t`Working group that writes it`} error={wrong.group}>
              {(ids) => (
                <select
                  className="input"
                  {...ids}
                  value={group}
                  onChange={(event) => setGroup(event.target.value)}
                >
                  <option value="">{t`None`}</option>
                  {groups?.network?.workingGroups.edges
                    .filter(({ node }) => node.state === "ACTIVE")
                    .map(({ node }) => (
                      <option key={node.id} value={node.id}>
                        {say(node.name)}
                      </option>
                    ))}
                </select>
              )}
            </Field>
            <Field label={t`Written first in`}>
              {(ids) => (
                <select
                  className="input"
                  {...ids}
                  value={source}
                  onChange={(event) => {
                    setSource(event.target.value as Language);
                    setCounts(event.target.value as Language);
                  }}
                >
                  {languages}
                </select>
              )}
            </Field>
          </>
        )}
        <details className="full">
          <summary>
            <Trans>Themes</Trans> {themes.length > 0 ? `(${number(themes.length, locale)})` : ""}
          </summary>
          <fieldset className="stackv gap-2">
            <legend className="sm muted">
              <Trans>A mandate that is limited to themes covers texts on one of them.</Trans>
            </legend>
            <div className="row wrap gap-3">
              {lists?.terms
                .filter((term) => term.active)
                .map((term) => (
                  <label key={term.id} className="choice">
                    <input
                      type="checkbox"
                      checked={themes.includes(term.code)}
                      onChange={(event) =>
                        setThemes(
                          event.target.checked
                            ? [...themes, term.code]
                            : themes.filter((code) => code !== term.code),
                        )
                      }
                    />
                    <span>{say(term.label)}</span>
                  </label>
                ))}
            </div>
          </fieldset>
        </details>
        <Field label={t`Issued in the name of`}>
          {(ids) => (
            <select
              className="input"
              {...ids}
              value={mode}
              onChange={(event) => setMode(event.target.value as PaperAuthorMode)}
            >
              {(Object.keys(AUTHOR_MODES) as PaperAuthorMode[]).map((one) => (
                <option key={one} value={one}>
                  {i18n._(AUTHOR_MODES[one])}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t`The language that counts`}>
          {(ids) => (
            <select
              className="input"
              {...ids}
              value={counts}
              onChange={(event) => setCounts(event.target.value as Language)}
            >
              {languages}
            </select>
          )}
        </Field>
        <Field label={t`Sensitivity`}>
          {(ids) => (
            <select
              className="input"
              {...ids}
              value={level}
              onChange={(event) => setLevel(event.target.value as Sensitivity)}
            >
              {(Object.keys(LEVELS) as Sensitivity[]).map((one) => (
                <option key={one} value={one}>
                  {i18n._(LEVELS[one])}
                </option>
              ))}
            </select>
          )}
        </Field>
        <TextField label={t`To be delivered on`} type="date" {...field("deadline")} />
        {paper ? (
          <>
            <Field label={t`Summary in Khmer`} full error={wrong["summary.km"]}>
              {(ids) => <textarea className="input" lang="km" rows={3} {...ids} {...field("summaryKm")} />}
            </Field>
            <Field label={t`Summary in English`} full error={wrong["summary.en"]}>
              {(ids) => <textarea className="input" lang="en" rows={3} {...ids} {...field("summaryEn")} />}
            </Field>
          </>
        ) : null}
        <div className="row wrap full">
          <Button kind="primary" type="submit" busy={starting.fetching || editing.fetching}>
            {paper ? <Trans>Save</Trans> : <Trans>Begin</Trans>}
          </Button>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </Modal>
  );
}
