import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useMutation, useQuery } from "urql";
import type { CampaignWorkKind, CampaignWorkStatus } from "../../graphql/schema";
import { useLocale } from "../../i18n/text";
import { Button, Field, Modal, Note, TextField } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import { PlacePicker } from "../../ui/place-picker";
import {
  AddCampaignWorkDocument,
  type CampaignFullFragment,
  EditCampaignWorkDocument,
  RemoveCampaignWorkDocument,
  WorkListsDocument,
  type WorkPartsFragment,
} from "./campaigns.gql";
import { AUDIENCES, SOUGHT, WORK_KINDS, WORK_STATES } from "./words";

/** Puts a piece of work into a campaign, changes it, or takes it out. */
export function WorkForm({
  campaign,
  windows,
  work,
  onClose,
  onDone,
}: {
  campaign: CampaignFullFragment;
  windows: WorkPartsFragment[];
  work?: WorkPartsFragment | undefined;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t, i18n } = useLingui();
  const { say } = useLocale();
  const [kind, setKind] = useState<CampaignWorkKind>(work?.kind ?? "TASK");
  const [status, setStatus] = useState<CampaignWorkStatus>(work?.status ?? "TODO");
  const [form, setForm] = useState({
    titleKm: work?.title.km ?? "",
    titleEn: work?.title.en ?? "",
    note: work?.note ?? "",
    source: work?.source ?? "",
    startsOn: work?.startsOn ?? "",
    dueOn: work?.dueOn ?? "",
    organisation: work?.organisation?.id ?? "",
    window: work?.window ?? "",
    person: work?.person?.id ?? "",
    tactic: work?.tactic ?? "",
    changeSought: work?.changeSought ?? "",
    audience: work?.audience ?? "",
    budgetLine: work?.budgetLine ?? "",
  });
  const [at, setAt] = useState<string | null>(work?.at?.id ?? null);
  const [{ data: lists }] = useQuery({
    query: WorkListsDocument,
    variables: { organisation: form.organisation },
  });
  const [adding, add] = useMutation(AddCampaignWorkDocument);
  const [editing, edit] = useMutation(EditCampaignWorkDocument);
  const [removing, remove] = useMutation(RemoveCampaignWorkDocument);
  const payload =
    adding.data?.addCampaignWork ?? editing.data?.editCampaignWork ?? removing.data?.removeCampaignWork;
  const wrong = reasons(payload);
  const why = failure(adding.error ?? editing.error ?? removing.error, payload) ?? wrong.campaign;
  const field = (name: keyof typeof form) => ({
    value: form[name],
    onChange: (event: { target: { value: string } }) => setForm({ ...form, [name]: event.target.value }),
  });
  const done = (outcome: string | undefined) => {
    if (outcome !== "DONE") return;
    onDone();
    onClose();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input = {
      title: { en: form.titleEn, km: form.titleKm },
      note: form.note,
      source: form.source,
      startsOn: form.startsOn || null,
      dueOn: form.dueOn || null,
      organisation: form.organisation || null,
      person: form.person || null,
      at,
      tactic: form.tactic,
      changeSought: form.changeSought,
      audience: form.audience,
      budgetLine: form.budgetLine || null,
      window: form.window || null,
      status,
    };
    if (work) {
      const { data } = await edit({ id: work.id, version: work.version, input });
      done(data?.editCampaignWork.status);
    } else {
      const { data } = await add({ campaign: campaign.id, kind, input });
      done(data?.addCampaignWork.status);
    }
  };
  const people = lists?.organisation?.people.edges.map(({ node }) => node) ?? [];
  if (
    work?.person &&
    form.organisation === work.organisation?.id &&
    !people.some((one) => one.id === work.person?.id)
  )
    people.unshift(work.person);
  return (
    <Modal title={work ? t`Change the work` : t`Add work`} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)} noValidate>
        {why ? <Note tone="danger">{why}</Note> : null}
        <div className="formgrid">
          {work ? null : (
            <Field label={t`What it is`}>
              {(ids) => (
                <select
                  className="input"
                  {...ids}
                  value={kind}
                  onChange={(event) => setKind(event.target.value as CampaignWorkKind)}
                >
                  {(Object.keys(WORK_KINDS) as CampaignWorkKind[]).map((one) => (
                    <option key={one} value={one}>
                      {i18n._(WORK_KINDS[one])}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          )}
          <Field label={t`Where it stands`}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={status}
                onChange={(event) => setStatus(event.target.value as CampaignWorkStatus)}
              >
                {(Object.keys(WORK_STATES) as CampaignWorkStatus[]).map((one) => (
                  <option key={one} value={one}>
                    {i18n._(WORK_STATES[one])}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <TextField label={t`Title (Khmer)`} lang="km" full error={wrong.title} {...field("titleKm")} />
          <TextField label={t`Title (English)`} lang="en" full {...field("titleEn")} />
          <TextField label={t`First day`} type="date" error={wrong.startsOn} {...field("startsOn")} />
          <TextField label={t`Last day`} type="date" error={wrong.dueOn} {...field("dueOn")} />
          {kind === "WINDOW" ? (
            <TextField label={t`How we know`} full error={wrong.source} {...field("source")} />
          ) : (
            <>
              <Field label={t`Who does it`} error={wrong.organisation}>
                {(ids) => (
                  <select
                    className="input"
                    {...ids}
                    value={form.organisation}
                    onChange={(event) =>
                      // Whose hands it is in does not outlive that it is with their organisation.
                      setForm({ ...form, organisation: event.target.value, person: "" })
                    }
                  >
                    <option value="">{t`nobody yet`}</option>
                    {campaign.members
                      .filter(
                        (member) =>
                          member.state === "ACCEPTED" || member.organisation.id === work?.organisation?.id,
                      )
                      .map((member) => (
                        <option key={member.organisation.id} value={member.organisation.id}>
                          {say(member.organisation.name)}
                        </option>
                      ))}
                  </select>
                )}
              </Field>
              {form.organisation ? (
                <Field label={t`Who of them`} error={wrong.person}>
                  {(ids) => (
                    <select className="input" {...ids} {...field("person")}>
                      <option value="">{t`not said`}</option>
                      {people.map((one) => (
                        <option key={one.id} value={one.id}>
                          {say(one.name.full)}
                        </option>
                      ))}
                    </select>
                  )}
                </Field>
              ) : null}
              <PlacePicker
                label={t`Where`}
                value={at}
                initial={work?.at ? say(work.at.name) : ""}
                error={wrong.at}
                onChange={(id) => setAt(id)}
              />
              {kind === "ACTIVITY" ? (
                <>
                  <Field label={t`By which tactic`} error={wrong.tactic}>
                    {(ids) => (
                      <select className="input" {...ids} {...field("tactic")}>
                        <option value="">{t`not said`}</option>
                        {lists?.terms.map((one) => (
                          <option key={one.id} value={one.code}>
                            {say(one.label)}
                          </option>
                        ))}
                      </select>
                    )}
                  </Field>
                  <Field label={t`What it seeks`} error={wrong.changeSought}>
                    {(ids) => (
                      <select className="input" {...ids} {...field("changeSought")}>
                        <option value="">{t`not said`}</option>
                        {Object.entries(SOUGHT).map(([code, words]) => (
                          <option key={code} value={code}>
                            {i18n._(words)}
                          </option>
                        ))}
                      </select>
                    )}
                  </Field>
                  <Field label={t`For whom it is`} error={wrong.audience}>
                    {(ids) => (
                      <select className="input" {...ids} {...field("audience")}>
                        <option value="">{t`not said`}</option>
                        {Object.entries(AUDIENCES).map(([code, words]) => (
                          <option key={code} value={code}>
                            {i18n._(words)}
                          </option>
                        ))}
                      </select>
                    )}
                  </Field>
                  {campaign.viewerCan.viewInside ? (
                    <Field label={t`What pays for it`} error={wrong.budgetLine}>
                      {(ids) => (
                        <select className="input" {...ids} {...field("budgetLine")}>
                          <option value="">{t`no line of the budget`}</option>
                          {campaign.items.map(({ id, body }) =>
                            body.__typename === "PlanBudgetLine" ? (
                              <option key={id} value={id}>
                                {body.code ? `${body.code} · ` : ""}
                                {body.description}
                              </option>
                            ) : null,
                          )}
                        </select>
                      )}
                    </Field>
                  ) : null}
                </>
              ) : null}
              <Field label={t`It prepares`} error={wrong.window}>
                {(ids) => (
                  <select className="input" {...ids} {...field("window")}>
                    <option value="">{t`no policy window`}</option>
                    {windows.map((one) => (
                      <option key={one.id} value={one.id}>
                        {say(one.title)}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
            </>
          )}
          <Field label={t`More about it`} full error={wrong.note}>
            {(ids) => <textarea className="input" rows={3} {...ids} {...field("note")} />}
          </Field>
        </div>
        <div className="row wrap">
          <Button kind="primary" type="submit" busy={adding.fetching || editing.fetching}>
            <Trans>Save</Trans>
          </Button>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          {work ? (
            <Button
              kind="quiet"
              busy={removing.fetching}
              onClick={async () => {
                const { data } = await remove({ id: work.id, version: work.version });
                done(data?.removeCampaignWork.status);
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
