import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useMutation, useQuery } from "urql";
import type { Registration } from "../../graphql/schema";
import { useLocale } from "../../i18n/text";
import { Button, EmptyState, Field, Loading, Note, TextField } from "../../ui/kit";
import { toast } from "../../ui/notice";
import { failure, reasons } from "../../ui/outcome";
import { PlacePicker } from "../../ui/place-picker";
import { REGISTRATIONS } from "../../ui/words";
import { AddPerson } from "../organisations/add-person";
import {
  type ApplicationCardFragment,
  EditApplicationDocument,
  MyApplicationsDocument,
  type MyApplicationsQuery,
  NameSignatoryDocument,
  RefereeChoicesDocument,
  SaveApplicantProfileDocument,
  SubmitApplicationDocument,
  TakeBackApplicationDocument,
} from "./applications.gql";
import { Conduct } from "./conduct";
import { Progress } from "./progress";

/** An applicant's own page: the form while it is a draft, then where it stands. */
export function MyApplication() {
  const { t } = useLingui();
  const { say } = useLocale();
  const [{ data, error }, again] = useQuery({ query: MyApplicationsDocument });
  if (!data) return error ? <Note tone="danger">{failure(error)}</Note> : <Loading />;
  const membership = data.viewer?.applications[0];
  if (!membership?.application) {
    return (
      <>
        <div className="pagehead">
          <h1>
            <Trans>Application for membership</Trans>
          </h1>
        </div>
        <EmptyState title={t`You have no application under way`}>
          <Link to="/" className="btn">
            <Trans>Go home</Trans>
          </Link>
        </EmptyState>
      </>
    );
  }
  const refresh = () => again({ requestPolicy: "network-only" });
  return (
    <>
      <div className="pagehead">
        <div className="grow">
          <h1>
            <Trans>Application for membership</Trans>
          </h1>
          <p className="lead">
            {say(membership.organisation.name)} → {membership.network ? say(membership.network.name) : ""}
          </p>
        </div>
      </div>
      <div className="two">
        <div className="stackv gap-6">
          {membership.state === "RETURNED" && membership.application.returnedReason ? (
            <Note tone="warn">
              <b>
                <Trans>It came back with reasons:</Trans>
              </b>
              <p style={{ whiteSpace: "pre-wrap" }}>{membership.application.returnedReason}</p>
            </Note>
          ) : null}
          {membership.state === "RETURNED" && !membership.application.returnedReason ? (
            <Note tone="warn">
              <Trans>
                Those who decide have not admitted your organisation this time. You may apply again.
              </Trans>
            </Note>
          ) : null}
          {membership.application.viewerCan.edit ? (
            <DraftForm key={membership.id} membership={membership} lists={data} onSaved={refresh} />
          ) : (
            <Waiting membership={membership} />
          )}
          <Conduct membership={membership} />
        </div>
        <Progress membership={membership} />
      </div>
    </>
  );
}

function Waiting({ membership }: { membership: ApplicationCardFragment }) {
  const { t } = useLingui();
  const { say } = useLocale();
  const [result, takeBack] = useMutation(TakeBackApplicationDocument);
  const payload = result.data?.takeBackApplication;
  const why = failure(result.error, payload) ?? reasons(payload)[""];
  const back = async () => {
    const { data } = await takeBack({ membership: membership.id });
    if (data?.takeBackApplication.status === "DONE") toast.success(t`It is a draft again.`);
  };
  return (
    <section className="card">
      <header>
        <h2>
          <Trans>Your referees</Trans>
        </h2>
      </header>
      <ul className="stackv gap-2">
        {membership.application?.referees.map((referee) => (
          <li key={referee.id}>
            <b>{referee.organisation ? say(referee.organisation.name) : ""}</b>{" "}
            <span className="muted">
              {referee.answeredAt ? (
                <Trans>has answered</Trans>
              ) : referee.waivedAt ? (
                <Trans>is not needed any more</Trans>
              ) : (
                <Trans>is asked by mail</Trans>
              )}
            </span>
          </li>
        ))}
      </ul>
      {why ? <Note tone="danger">{why}</Note> : null}
      {membership.application?.viewerCan.takeBack ? (
        <div className="actions" style={{ marginTop: "var(--s-4)" }}>
          <Button busy={result.fetching} onClick={() => void back()}>
            <Trans>Take the application back</Trans>
          </Button>
        </div>
      ) : null}
    </section>
  );
}

function DraftForm({
  membership,
  lists,
  onSaved,
}: {
  membership: ApplicationCardFragment;
  lists: MyApplicationsQuery;
  onSaved: () => void;
}) {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const organisation = membership.organisation;
  const [, saveProfile] = useMutation(SaveApplicantProfileDocument);
  const [, saveApplication] = useMutation(EditApplicationDocument);
  const [, nameSignatory] = useMutation(NameSignatoryDocument);
  const [, submitIt] = useMutation(SubmitApplicationDocument);
  const [{ data: choices }] = useQuery({
    query: RefereeChoicesDocument,
    variables: { network: membership.network?.id ?? "", language: locale === "km" ? "KM" : "EN" },
    pause: !membership.network,
  });
  const [form, setForm] = useState({
    km: organisation.name.km,
    en: organisation.name.en,
    kind: organisation.kind?.code ?? "",
    registration: organisation.registration,
    hq: organisation.hq?.id ?? null,
    themes: organisation.themes.map((term) => term.code),
    motivationKm: membership.application?.motivation.km ?? "",
    motivationEn: membership.application?.motivation.en ?? "",
    first: membership.application?.referees[0]?.organisation?.id ?? "",
    second: membership.application?.referees[1]?.organisation?.id ?? "",
  });
  const people = organisation.people.edges.map((edge) => edge.node);
  const signing = people.find((person) => person.roles.some((role) => role.role === "SIGNATORY"));
  const me = lists.viewer?.person?.id;
  const [signatory, setSignatory] = useState(signing?.id ?? me ?? "");
  const [adding, setAdding] = useState(false);
  const [busy, setBusy] = useState<"save" | "submit" | null>(null);
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const [why, setWhy] = useState<string>();
  const set = (part: Partial<typeof form>) => setForm({ ...form, ...part });

  /** Saves what is there; whether everything could be saved comes back. */
  const save = async () => {
    setWhy(undefined);
    const profile = await saveProfile({
      input: {
        id: organisation.id,
        version: organisation.version,
        name: { en: form.en, km: form.km },
        ...(form.kind ? { kind: form.kind } : {}),
        registration: form.registration,
        hq: form.hq,
        themes: form.themes,
      },
    });
    const about = await saveApplication({
      input: {
        membership: membership.id,
        motivation: { en: form.motivationEn, km: form.motivationKm },
        referees: [form.first, form.second].filter(
          (id, index, all) => id !== "" && all.indexOf(id) === index,
        ),
      },
    });
    const failed =
      failure(profile.error, profile.data?.editOrganisation) ??
      failure(about.error, about.data?.editApplication);
    setWhy(failed);
    const found = { ...reasons(profile.data?.editOrganisation), ...reasons(about.data?.editApplication) };
    let named = true;
    if (!failed && signatory && signatory !== signing?.id) {
      const done = await nameSignatory({ membership: membership.id, person: signatory });
      const not = failure(done.error, done.data?.nameSignatory);
      if (not) setWhy(not);
      named = !not;
    }
    setWrong(found);
    return !failed && named && Object.keys(found).length === 0;
  };
  const keep = async () => {
    setBusy("save");
    if (await save()) toast.success(t`Saved. You can go on whenever you like.`);
    onSaved();
    setBusy(null);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy("submit");
    if (await save()) {
      const { data, error } = await submitIt({ membership: membership.id });
      setWhy(failure(error, data?.submitApplication));
      setWrong(reasons(data?.submitApplication));
      if (data?.submitApplication.status === "DONE") toast.success(t`The application is handed in.`);
    }
    // Once it is handed in, not before: an answer from in between would show a draft.
    onSaved();
    setBusy(null);
  };
  const missing = Object.values(wrong);
  const members = choices?.network?.members.edges.map((edge) => edge.node) ?? [];
  const fit = members.filter(
    (member) =>
      (member.tier === "FULL" || member.tier === "ASSOCIATE") && member.organisation.id !== organisation.id,
  );
  const referee = (label: string, name: "first" | "second") => (
    <Field label={label} error={name === "first" ? wrong.referees : undefined}>
      {(ids) => (
        <select
          className="input"
          {...ids}
          value={form[name]}
          onChange={(event) => set({ [name]: event.target.value })}
        >
          <option value="">{t`choose a member`}</option>
          {fit.map((member) => (
            <option key={member.id} value={member.organisation.id}>
              {say(member.organisation.name)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
  return (
    <form className="card stackv gap-4" onSubmit={(event) => void submit(event)} noValidate>
      {why ? <Note tone="danger">{why}</Note> : null}
      {missing.length > 0 ? (
        <Note tone="danger">
          <Trans>Something is missing or not right. It is marked below; nothing was lost.</Trans>
        </Note>
      ) : null}
      <div className="formgrid">
        <TextField
          label={t`Name in Khmer`}
          lang="km"
          value={form.km}
          onChange={(event) => set({ km: event.target.value })}
          error={wrong.name ?? wrong["name.km"]}
        />
        <TextField
          label={t`Name in English`}
          lang="en"
          value={form.en}
          onChange={(event) => set({ en: event.target.value })}
          error={wrong["name.en"]}
        />
        <Field label={t`Type`} error={wrong.kind}>
          {(ids) => (
            <select
              className="input"
              {...ids}
              value={form.kind}
              onChange={(event) => set({ kind: event.target.value })}
            >
              <option value="">{t`choose one`}</option>
              {lists.kinds
                .filter((term) => term.active)
                .map((term) => (
                  <option key={term.id} value={term.code}>
                    {say(term.label)}
                  </option>
                ))}
            </select>
          )}
        </Field>
        <Field label={t`Registration`}>
          {(ids) => (
            <select
              className="input"
              {...ids}
              value={form.registration}
              onChange={(event) => set({ registration: event.target.value as Registration })}
            >
              {(Object.keys(REGISTRATIONS) as Registration[]).map((word) => (
                <option key={word} value={word}>
                  {i18n._(REGISTRATIONS[word])}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      {form.registration === "UNREGISTERED" ? (
        <Note>
          <Trans>
            An unregistered group stays hidden: nobody but the secretariat, the committee and its host knows
            of it. It is reached through its host.
          </Trans>
        </Note>
      ) : null}
      <PlacePicker
        label={t`Headquarters`}
        value={form.hq}
        initial={organisation.hq ? `${say(organisation.hq.name)} ${organisation.hq.code}` : ""}
        error={wrong.hq}
        onChange={(hq) => set({ hq })}
      />
      <fieldset aria-describedby={wrong.themes ? "themes-e" : undefined}>
        <legend className="label">
          <Trans>Themes</Trans>
        </legend>
        <div className="checks">
          {lists.themes
            .filter((term) => term.active)
            .map((term) => (
              <label key={term.id}>
                <input
                  type="checkbox"
                  checked={form.themes.includes(term.code)}
                  onChange={() =>
                    set({
                      themes: form.themes.includes(term.code)
                        ? form.themes.filter((code) => code !== term.code)
                        : [...form.themes, term.code],
                    })
                  }
                />
                {say(term.label)}
              </label>
            ))}
        </div>
        {wrong.themes ? (
          <span className="err" id="themes-e" role="alert">
            {wrong.themes}
          </span>
        ) : null}
      </fieldset>
      <Field label={t`Why you want to join, in Khmer`} error={wrong["motivation.km"]}>
        {(ids) => (
          <textarea
            className="input"
            lang="km"
            rows={4}
            {...ids}
            value={form.motivationKm}
            onChange={(event) => set({ motivationKm: event.target.value })}
          />
        )}
      </Field>
      <Field label={t`Why you want to join, in English`} error={wrong["motivation.en"]}>
        {(ids) => (
          <textarea
            className="input"
            lang="en"
            rows={3}
            {...ids}
            value={form.motivationEn}
            onChange={(event) => set({ motivationEn: event.target.value })}
          />
        )}
      </Field>
      <fieldset className="formgrid">
        <legend className="label">
          <Trans>Two members who know you</Trans>
        </legend>
        {referee(t`First referee`, "first")}
        {referee(t`Second referee`, "second")}
      </fieldset>
      <Field
        label={t`Who may sign for your organisation`}
        hint={t`This person accepts the code of conduct at the end.`}
        error={wrong.signatory}
      >
        {(ids) => (
          <select
            className="input"
            {...ids}
            value={signatory}
            disabled={signing !== undefined}
            onChange={(event) => setSignatory(event.target.value)}
          >
            {people.map((person) => (
              <option key={person.id} value={person.id}>
                {say(person.name.full)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {signing === undefined ? (
        <div>
          <Button className="small" onClick={() => setAdding(true)}>
            <Trans>Add another person</Trans>
          </Button>
        </div>
      ) : null}
      <div className="actions">
        <Button type="submit" kind="primary" busy={busy === "submit"} disabled={busy !== null}>
          <Trans>Hand in the application</Trans>
        </Button>
        <Button busy={busy === "save"} disabled={busy !== null} onClick={() => void keep()}>
          <Trans>Save and go on later</Trans>
        </Button>
      </div>
      {adding ? (
        <AddPerson
          organisation={organisation.id}
          onClose={() => {
            setAdding(false);
            onSaved();
          }}
        />
      ) : null}
    </form>
  );
}
