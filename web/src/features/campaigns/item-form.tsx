import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useMutation, useQuery } from "urql";
import type { Disaggregation, PlanBodyInput } from "../../graphql/schema";
import { useLocale } from "../../i18n/text";
import { Button, Field, Modal, Note, TextField } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import {
  AddPlanItemDocument,
  type CampaignFullFragment,
  EditPlanItemDocument,
  type PlanItemPartsFragment,
  RemovePlanItemDocument,
} from "./campaigns.gql";
import { type Ask, type Kind, said } from "./kinds";
import { PaperChoicesDocument } from "./results.gql";
import { SPLITS } from "./words";

type Values = Record<string, unknown>;
type Both = { en: string; km: string };

/** Puts an item into a plan, changes it, or takes it out. */
export function ItemForm({
  campaign,
  network,
  kind,
  item,
  onClose,
  onDone,
}: {
  campaign: CampaignFullFragment;
  network: string;
  kind: Kind;
  item?: PlanItemPartsFragment | undefined;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t, i18n } = useLingui();
  const { say } = useLocale();
  const [values, setValues] = useState<Values>(() => ({ ...kind.blank, ...(item ? said(item) : {}) }));
  const [organisation, setOrganisation] = useState(item?.organisation?.id ?? "");
  const [objective, setObjective] = useState(item?.objective ?? "");
  const [paper, setPaper] = useState(item?.paper?.id ?? "");
  const [{ data: choices }] = useQuery({
    query: PaperChoicesDocument,
    variables: { network },
    pause: kind.kind !== "ASK",
  });
  const [adding, add] = useMutation(AddPlanItemDocument);
  const [editing, edit] = useMutation(EditPlanItemDocument);
  const [removing, remove] = useMutation(RemovePlanItemDocument);
  const payload = adding.data?.addPlanItem ?? editing.data?.editPlanItem ?? removing.data?.removePlanItem;
  const wrong = reasons(payload);
  const why =
    failure(adding.error ?? editing.error ?? removing.error, payload) ?? wrong.campaign ?? wrong.item;
  const set = (name: string) => (value: unknown) => setValues({ ...values, [name]: value });
  const done = (status: string | undefined) => {
    if (status !== "DONE") return;
    onDone();
    onClose();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input = {
      objective: objective || null,
      organisation: organisation || null,
      paper: paper || null,
      body: { [kind.key]: values } as unknown as PlanBodyInput,
    };
    if (item) {
      const { data } = await edit({ id: item.id, version: item.version, input });
      done(data?.editPlanItem.status);
    } else {
      const { data } = await add({ campaign: campaign.id, input });
      done(data?.addPlanItem.status);
    }
  };
  const objectives = campaign.items.filter((one) => one.kind === "OBJECTIVE");
  return (
    <Modal title={i18n._(kind.add)} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)} noValidate>
        {why ? <Note tone="danger">{why}</Note> : null}
        <p className="sm muted">{i18n._(kind.teach)}</p>
        <div className="formgrid">
          {kind.fields.map((field) => (
            <Asked
              key={field.name}
              field={field}
              value={values[field.name]}
              wrong={wrong}
              onChange={set(field.name)}
            />
          ))}
          {kind.kind === "ASK" ? (
            <Field label={t`In which paper it is made`} error={wrong.paper} full>
              {(ids) => (
                <select
                  className="input"
                  {...ids}
                  value={paper}
                  onChange={(event) => setPaper(event.target.value)}
                >
                  <option value="">{t`none`}</option>
                  {choices?.papers.edges.map(({ node }) => (
                    <option key={node.id} value={node.id}>
                      {say(node.title)}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          ) : null}
          {kind.kind === "ASK" || kind.kind === "INDICATOR" ? (
            <Field label={t`For which objective`} error={wrong.objective} full>
              {(ids) => (
                <select
                  className="input"
                  {...ids}
                  value={objective}
                  onChange={(event) => setObjective(event.target.value)}
                >
                  <option value="">{t`none`}</option>
                  {objectives.map((one) => (
                    <option key={one.id} value={one.id}>
                      {one.body.__typename === "PlanObjective" ? say(one.body.statement) : ""}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          ) : null}
          {kind.owned ? (
            <Field label={t`Whose`} error={wrong.organisation} full>
              {(ids) => (
                <select
                  className="input"
                  {...ids}
                  value={organisation}
                  onChange={(event) => setOrganisation(event.target.value)}
                >
                  <option value="">{t`nobody’s yet`}</option>
                  {campaign.members
                    .filter((member) => member.state === "ACCEPTED")
                    .map((member) => (
                      <option key={member.organisation.id} value={member.organisation.id}>
                        {say(member.organisation.name)}
                      </option>
                    ))}
                </select>
              )}
            </Field>
          ) : null}
        </div>
        <div className="row wrap">
          <Button kind="primary" type="submit" busy={adding.fetching || editing.fetching}>
            <Trans>Save</Trans>
          </Button>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          {item ? (
            <Button
              kind="quiet"
              busy={removing.fetching}
              onClick={async () => {
                const { data } = await remove({ id: item.id, version: item.version });
                done(data?.removePlanItem.status);
              }}
            >
              <Trans>Take it out of the plan</Trans>
            </Button>
          ) : null}
        </div>
      </form>
    </Modal>
  );
}

/** One field, asked for as its kind wants it. */
function Asked({
  field,
  value,
  wrong,
  onChange,
}: {
  field: Ask;
  value: unknown;
  wrong: Record<string, string>;
  onChange: (value: unknown) => void;
}) {
  const { t, i18n } = useLingui();
  const label = i18n._(field.label);
  const error = wrong[field.name] ?? wrong[`${field.name}.en`] ?? wrong[`${field.name}.km`];
  switch (field.as) {
    case "both": {
      const text = (value ?? { en: "", km: "" }) as Both;
      return (
        <>
          {(["km", "en"] as const).map((lang) => (
            <Field
              key={lang}
              label={lang === "km" ? t`${label} (Khmer)` : t`${label} (English)`}
              full
              error={lang === "km" ? error : undefined}
            >
              {(ids) => (
                <textarea
                  className="input"
                  rows={2}
                  lang={lang}
                  {...ids}
                  value={text[lang]}
                  onChange={(event) => onChange({ ...text, [lang]: event.target.value })}
                />
              )}
            </Field>
          ))}
        </>
      );
    }
    case "prose":
      return (
        <Field label={label} full error={error}>
          {(ids) => (
            <textarea
              className="input"
              rows={3}
              {...ids}
              value={String(value ?? "")}
              onChange={(event) => onChange(event.target.value)}
            />
          )}
        </Field>
      );
    case "day":
      return (
        <TextField
          label={label}
          type="date"
          value={String(value ?? "")}
          error={error}
          onChange={(event) => onChange(event.target.value || null)}
        />
      );
    case "scale":
      return (
        <Field label={label} error={error}>
          {(ids) => (
            <select
              className="input"
              {...ids}
              value={String(value)}
              onChange={(event) => onChange(Number(event.target.value))}
            >
              {[1, 2, 3, 4, 5].map((n) => (
                <option key={n} value={n}>
                  {n}
                </option>
              ))}
            </select>
          )}
        </Field>
      );
    case "choice":
      return (
        <Field label={label} error={error}>
          {(ids) => (
            <select
              className="input"
              {...ids}
              value={String(value ?? "")}
              onChange={(event) => onChange(event.target.value || null)}
            >
              {field.optional ? <option value="">{t`not said`}</option> : null}
              {Object.entries(field.among ?? {}).map(([code, words]) => (
                <option key={code} value={code}>
                  {i18n._(words)}
                </option>
              ))}
            </select>
          )}
        </Field>
      );
    case "splits": {
      const chosen = value as Disaggregation[];
      return (
        <fieldset className="full stackv gap-2">
          <legend className="label">{label}</legend>
          <div className="row wrap gap-4">
            {(Object.keys(SPLITS) as Disaggregation[]).map((split) => (
              <label key={split} className="check">
                <input
                  type="checkbox"
                  checked={chosen.includes(split)}
                  onChange={(event) =>
                    onChange(
                      event.target.checked ? [...chosen, split] : chosen.filter((one) => one !== split),
                    )
                  }
                />
                <span>{i18n._(SPLITS[split])}</span>
              </label>
            ))}
          </div>
        </fieldset>
      );
    }
    case "smart": {
      const answers = value as boolean[];
      const names = [t`specific`, t`measurable`, t`achievable`, t`relevant`, t`timebound`];
      return (
        <fieldset className="full stackv gap-2">
          <legend>{label}</legend>
          <div className="row wrap gap-4">
            {names.map((name, at) => (
              <label key={name} className="check">
                <input
                  type="checkbox"
                  checked={answers[at] ?? false}
                  onChange={(event) =>
                    onChange(answers.map((one, place) => (place === at ? event.target.checked : one)))
                  }
                />
                <span>{name}</span>
              </label>
            ))}
          </div>
        </fieldset>
      );
    }
    default:
      return (
        <TextField
          label={label}
          value={String(value ?? "")}
          error={error}
          inputMode={field.as === "amount" ? "decimal" : undefined}
          onChange={(event) => onChange(event.target.value)}
        />
      );
  }
}
