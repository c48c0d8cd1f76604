import { Trans, useLingui } from "@lingui/react/macro";
import { Plus, Trash2 } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useMutation, useQuery } from "urql";
import type { Currency } from "../../graphql/schema";
import { useLocale } from "../../i18n/text";
import { Button, Field, Loading, Modal, Note, TextField } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import { CommitmentCampaignDocument } from "../commitments/commitments.gql";
import { DocumentPicker } from "../evidence/pick";
import { ArrangeDialogueDocument, type DialogueFullFragment } from "./dialogues.gql";

interface Line {
  key: number;
  what: string;
  amount: string;
  currency: Currency;
}

/** Writes down what is arranged for a dialogue: who holds it, what its letters say, the authorities, money, documents. */
export function ArrangeForm({
  dialogue,
  network,
  onClose,
  onDone,
}: {
  dialogue: DialogueFullFragment;
  network: string;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useLingui();
  const { say } = useLocale();
  const was = dialogue.arrangements;
  const [{ data: campaign }] = useQuery({
    query: CommitmentCampaignDocument,
    variables: { id: dialogue.campaign?.id ?? "" },
    pause: !dialogue.campaign,
  });
  const [result, arrange] = useMutation(ArrangeDialogueDocument);
  const [form, setForm] = useState({
    letterKm: was?.letter.km ?? "",
    letterEn: was?.letter.en ?? "",
    signKm: was?.signatory.km ?? "",
    signEn: was?.signatory.en ?? "",
    coKm: dialogue.coHost.km,
    coEn: dialogue.coHost.en,
    sentOn: was?.noticeSentOn ?? "",
    reference: was?.noticeReference ?? "",
  });
  const [needed, setNeeded] = useState(was?.noticeNeeded ?? false);
  const [hosts, setHosts] = useState(dialogue.hosts.map(({ id }) => id));
  const [documents, setDocuments] = useState(dialogue.documents.map(({ id, title }) => ({ id, title })));
  const [lines, setLines] = useState<Line[]>(
    (was?.costs ?? []).map(({ what, amount, currency }, key) => ({ key, what, amount, currency })),
  );
  const payload = result.data?.arrangeDialogue;
  const wrong = reasons(payload);
  const why = wrong.dialogue ?? wrong.hosts ?? failure(result.error, payload);
  const field = (name: keyof typeof form) => ({
    value: form[name],
    onChange: (event: { target: { value: string } }) => setForm({ ...form, [name]: event.target.value }),
  });
  const change = (key: number, to: Partial<Line>) =>
    setLines(lines.map((line) => (line.key === key ? { ...line, ...to } : line)));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input = {
      letter: { en: form.letterEn, km: form.letterKm },
      signatory: { en: form.signEn, km: form.signKm },
      coHost: { en: form.coEn, km: form.coKm },
      hosts,
      noticeNeeded: needed,
      noticeSentOn: form.sentOn || null,
      noticeReference: form.reference,
      costs: lines.map(({ what, amount, currency }) => ({ what, amount, currency })),
      documents: documents.map(({ id }) => id),
    };
    const { data } = await arrange({ dialogue: dialogue.id, version: dialogue.version, input });
    if (data?.arrangeDialogue.status !== "DONE") return;
    onDone();
    onClose();
  };
  const title = t`Arrange it`;
  if (!campaign)
    return (
      <Modal title={title} open onClose={onClose}>
        <Loading />
      </Modal>
    );
  // Those who are in the campaign, and those who hold it already.
  const choices = [
    ...(campaign.campaign?.members ?? [])
      .filter(({ state }) => state === "ACCEPTED")
      .flatMap(({ organisation }) => (organisation ? [organisation] : [])),
    ...dialogue.hosts,
  ].filter((one, at, all) => all.findIndex(({ id }) => id === one.id) === at);
  return (
    <Modal title={title} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)} noValidate>
        {why ? <Note tone="danger">{why}</Note> : null}
        <fieldset className="stackv gap-2">
          <legend className="label">
            <Trans>Who holds it</Trans>
          </legend>
          <div className="checks">
            {choices.map((one) => (
              <label key={one.id}>
                <input
                  type="checkbox"
                  checked={hosts.includes(one.id)}
                  onChange={(event) =>
                    setHosts(
                      event.target.checked ? [...hosts, one.id] : hosts.filter((host) => host !== one.id),
                    )
                  }
                />
                {say(one.name)}
              </label>
            ))}
          </div>
        </fieldset>
        <div className="formgrid">
          <TextField
            label={t`Together with, in Khmer`}
            lang="km"
            {...field("coKm")}
            error={wrong["coHost.km"]}
          />
          <TextField
            label={t`Together with, in English`}
            hint={t`such as a provincial administration`}
            lang="en"
            {...field("coEn")}
            error={wrong["coHost.en"]}
          />
          <Field label={t`What the letter says, in Khmer`} error={wrong["letter.km"]}>
            {(ids) => <textarea className="input" rows={4} lang="km" {...ids} {...field("letterKm")} />}
          </Field>
          <Field label={t`What the letter says, in English`} error={wrong["letter.en"]}>
            {(ids) => <textarea className="input" rows={4} lang="en" {...ids} {...field("letterEn")} />}
          </Field>
          <Field label={t`Who signs the letter, in Khmer`} error={wrong["signatory.km"]}>
            {(ids) => <textarea className="input" rows={2} lang="km" {...ids} {...field("signKm")} />}
          </Field>
          <Field label={t`Who signs the letter, in English`} error={wrong["signatory.en"]}>
            {(ids) => <textarea className="input" rows={2} lang="en" {...ids} {...field("signEn")} />}
          </Field>
        </div>
        <fieldset className="stackv gap-3">
          <legend className="label">
            <Trans>Telling the authorities</Trans>
          </legend>
          <div className="checks">
            <label>
              <input type="checkbox" checked={needed} onChange={(event) => setNeeded(event.target.checked)} />
              <Trans>They are to be told</Trans>
            </label>
          </div>
          {needed ? (
            <div className="formgrid">
              <TextField label={t`Told on`} type="date" {...field("sentOn")} />
              <TextField
                label={t`Number of that letter`}
                {...field("reference")}
                error={wrong["notice.reference"]}
              />
            </div>
          ) : null}
        </fieldset>
        <fieldset className="stackv gap-3">
          <legend className="label">
            <Trans>What it costs</Trans>
          </legend>
          {lines.map((line, at) => (
            <section key={line.key} className="card flat formgrid" aria-label={t`Cost ${at + 1}`}>
              <TextField
                label={t`For what`}
                value={line.what}
                error={wrong[`costs.${at}.what`]}
                onChange={(event) => change(line.key, { what: event.target.value })}
              />
              <TextField
                label={t`How much`}
                inputMode="decimal"
                value={line.amount}
                error={wrong[`costs.${at}.amount`]}
                onChange={(event) => change(line.key, { amount: event.target.value })}
              />
              <Field label={t`Currency`}>
                {(ids) => (
                  <select
                    className="input"
                    {...ids}
                    value={line.currency}
                    onChange={(event) => change(line.key, { currency: event.target.value as Currency })}
                  >
                    <option value="USD">USD</option>
                    <option value="KHR">KHR</option>
                  </select>
                )}
              </Field>
              <div className="row">
                <Button
                  className="small"
                  onClick={() => setLines(lines.filter((other) => other.key !== line.key))}
                >
                  <Trash2 className="i" aria-hidden="true" />
                  <Trans>Take this line out</Trans>
                </Button>
              </div>
            </section>
          ))}
          <div className="row">
            <Button
              className="small"
              onClick={() =>
                setLines([
                  ...lines,
                  {
                    key: Math.max(-1, ...lines.map((line) => line.key)) + 1,
                    what: "",
                    amount: "",
                    currency: lines.at(-1)?.currency ?? "USD",
                  },
                ])
              }
            >
              <Plus className="i" aria-hidden="true" />
              <Trans>Add a cost</Trans>
            </Button>
          </div>
        </fieldset>
        <DocumentPicker
          legend={t`Documents that belong to it`}
          network={network}
          value={documents}
          error={wrong.documents}
          onChange={setDocuments}
        />
        <div className="actions">
          <Button type="submit" kind="primary" busy={result.fetching}>
            <Trans>Save</Trans>
          </Button>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </Modal>
  );
}
