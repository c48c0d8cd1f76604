import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useMutation, useQuery } from "urql";
import type { DecisionMethod, GroupJoining } from "../../graphql/schema";
import { useLocale } from "../../i18n/text";
import { METHODS } from "../../ui/decision-words";
import { Button, Field, Modal, Note, TextField } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import {
  EditGroupDocument,
  type GroupFullFragment,
  ProposeGroupDocument,
  ThemesDocument,
} from "./groups.gql";
import { SeatChoice } from "./seat-choice";
import { JOININGS } from "./words";

/** Proposes a working group, or changes one. */
export function GroupForm({
  network,
  group,
  onClose,
}: {
  network: string;
  group?: GroupFullFragment;
  onClose: () => void;
}) {
  const { t, i18n } = useLingui();
  const { say } = useLocale();
  const navigate = useNavigate();
  const [{ data: lists }] = useQuery({ query: ThemesDocument });
  const [proposing, propose] = useMutation(ProposeGroupDocument);
  const [editing, edit] = useMutation(EditGroupDocument);
  const [form, setForm] = useState({
    nameKm: group?.name.km ?? "",
    nameEn: group?.name.en ?? "",
    termsKm: group?.terms.km ?? "",
    termsEn: group?.terms.en ?? "",
    rhythmKm: group?.rhythm.km ?? "",
    rhythmEn: group?.rhythm.en ?? "",
    quorum: String(group?.quorumPct ?? 50),
    days: String(group?.windowDays ?? 7),
  });
  const [joining, setJoining] = useState<GroupJoining>(group?.joining ?? "BY_APPROVAL");
  const [method, setMethod] = useState<DecisionMethod>(group?.method ?? "CONSENT");
  const [themes, setThemes] = useState<string[]>(group?.themes.map((theme) => theme.code) ?? []);
  const [convenor, setConvenor] = useState({ organisation: "", person: "" });
  const payload = proposing.data?.proposeGroup ?? editing.data?.editGroup;
  const wrong = reasons(payload);
  const why = failure(proposing.error ?? editing.error, payload);
  const field = (name: keyof typeof form) => ({
    value: form[name],
    onChange: (event: { target: { value: string } }) => setForm({ ...form, [name]: event.target.value }),
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input = {
      name: { en: form.nameEn, km: form.nameKm },
      terms: { en: form.termsEn, km: form.termsKm },
      rhythm: { en: form.rhythmEn, km: form.rhythmKm },
      joining,
      method,
      quorumPct: Number(form.quorum),
      windowDays: Number(form.days),
      themes,
    };
    if (group) {
      const { data } = await edit({ id: group.id, version: group.version, input });
      if (data?.editGroup.status === "DONE") onClose();
      return;
    }
    const { data } = await propose({
      network,
      organisation: convenor.organisation,
      convenor: convenor.person,
      input,
    });
    const made = data?.proposeGroup.group;
    if (made) await navigate({ to: "/groups/$id", params: { id: made.id } });
  };
  const prose = (label: string, lang: "km" | "en", name: "termsKm" | "termsEn") => (
    <Field label={label} full error={wrong.terms}>
      {(ids) => <textarea className="input" rows={5} lang={lang} {...ids} {...field(name)} />}
    </Field>
  );
  return (
    <Modal title={group ? t`Change the group` : t`Propose a working group`} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)} noValidate>
        {why ? <Note tone="danger">{why}</Note> : null}
        <div className="formgrid">
          <TextField
            label={t`Name in Khmer`}
            lang="km"
            {...field("nameKm")}
            error={wrong.name ?? wrong["name.km"]}
          />
          <TextField label={t`Name in English`} lang="en" {...field("nameEn")} error={wrong["name.en"]} />
          {prose(t`Terms of reference in Khmer`, "km", "termsKm")}
          {prose(t`Terms of reference in English`, "en", "termsEn")}
          <TextField
            label={t`How often it meets, in Khmer`}
            lang="km"
            {...field("rhythmKm")}
            error={wrong["rhythm.km"]}
          />
          <TextField
            label={t`How often it meets, in English`}
            lang="en"
            {...field("rhythmEn")}
            error={wrong["rhythm.en"]}
          />
          <Field label={t`Joining`}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={joining}
                onChange={(event) => setJoining(event.target.value as GroupJoining)}
              >
                {(Object.keys(JOININGS) as GroupJoining[]).map((word) => (
                  <option key={word} value={word}>
                    {i18n._(JOININGS[word])}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={t`The group decides by`}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={method}
                onChange={(event) => setMethod(event.target.value as DecisionMethod)}
              >
                {(Object.keys(METHODS) as DecisionMethod[]).map((word) => (
                  <option key={word} value={word}>
                    {i18n._(METHODS[word])}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <TextField
            label={t`Quorum, of a hundred organisations`}
            inputMode="numeric"
            {...field("quorum")}
            error={wrong.quorumPct}
          />
          <TextField
            label={t`Questions stay open, in days`}
            inputMode="numeric"
            {...field("days")}
            error={wrong.windowDays}
          />
        </div>
        <fieldset className="stackv gap-2">
          <legend>
            <Trans>Themes</Trans>
          </legend>
          <div className="row wrap gap-3">
            {(lists?.terms ?? [])
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
        {group ? null : (
          <SeatChoice
            network={network}
            legend={t`First convenor`}
            value={convenor}
            onChange={setConvenor}
            wrong={wrong}
          />
        )}
        <div className="actions">
          <Button type="submit" kind="primary" busy={proposing.fetching || editing.fetching}>
            {group ? <Trans>Save</Trans> : <Trans>Propose</Trans>}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </Modal>
  );
}
