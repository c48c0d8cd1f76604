import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useMutation, useQuery } from "urql";
import { useNetwork } from "../../app/viewer";
import { Button, EmptyState, Field, Loading, Note, TextField } from "../../ui/kit";
import { toast } from "../../ui/notice";
import { failure, reasons } from "../../ui/outcome";
import { Holidays } from "./holidays";
import { EditNetworkDocument, type NetworkRecordFragment, NetworkSettingsDocument } from "./network.gql";
import { Rules } from "./rules";

/** The network's own record, for its coordinator. */
export function NetworkSettings() {
  const { t } = useLingui();
  const acting = useNetwork();
  const [{ data, error }] = useQuery({
    query: NetworkSettingsDocument,
    variables: { id: acting?.id ?? "" },
    pause: !acting,
  });
  if (!data) return error ? <Note tone="danger">{failure(error)}</Note> : <Loading />;
  if (!data.network?.viewerCan.edit) {
    return <EmptyState title={t`Only the network’s coordinator may change its record.`} />;
  }
  return (
    <>
      <div className="pagehead">
        <div>
          <h1>
            <Trans>Network settings</Trans>
          </h1>
        </div>
      </div>
      <NetworkForm network={data.network} />
      <Rules network={data.network} />
      <Holidays network={data.network.id} />
    </>
  );
}

function NetworkForm({ network }: { network: NetworkRecordFragment }) {
  const { t } = useLingui();
  const [result, edit] = useMutation(EditNetworkDocument);
  const [form, setForm] = useState({
    en: network.name.en,
    km: network.name.km,
    acronym: network.acronym,
    missionEn: network.mission.en,
    missionKm: network.mission.km,
    publicPage: network.publicPage,
    takesApplications: network.takesApplications,
    months: String(network.retentionMonths),
    codeEn: network.codeOfConduct.en,
    codeKm: network.codeOfConduct.km,
  });
  const wrong = reasons(result.data?.editNetwork);
  const why = failure(result.error, result.data?.editNetwork);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { data } = await edit({
      input: {
        id: network.id,
        version: network.version,
        name: { en: form.en, km: form.km },
        acronym: form.acronym,
        mission: { en: form.missionEn, km: form.missionKm },
        publicPage: form.publicPage,
        takesApplications: form.takesApplications,
        retentionMonths: Number(form.months),
        codeOfConduct: { en: form.codeEn, km: form.codeKm },
      },
    });
    if (data?.editNetwork.status === "DONE") toast.success(t`Saved.`);
  };
  const set = (name: "en" | "km" | "acronym") => ({
    value: form[name],
    onChange: (event: { target: { value: string } }) => setForm({ ...form, [name]: event.target.value }),
  });
  return (
    <form className="card stackv gap-4" style={{ maxWidth: 760 }} onSubmit={(event) => void submit(event)}>
      {why ? <Note tone="danger">{why}</Note> : null}
      <div className="formgrid">
        <TextField label={t`Name in Khmer`} lang="km" {...set("km")} error={wrong.name} />
        <TextField label={t`Name in English`} lang="en" {...set("en")} />
        <TextField label={t`Acronym`} lang="en" {...set("acronym")} error={wrong.acronym} />
        <Field label={t`What it is for, in Khmer`} full error={wrong["mission.km"]}>
          {(ids) => (
            <textarea
              className="input"
              lang="km"
              {...ids}
              value={form.missionKm}
              onChange={(event) => setForm({ ...form, missionKm: event.target.value })}
            />
          )}
        </Field>
        <Field label={t`What it is for, in English`} full error={wrong["mission.en"]}>
          {(ids) => (
            <textarea
              className="input"
              lang="en"
              {...ids}
              value={form.missionEn}
              onChange={(event) => setForm({ ...form, missionEn: event.target.value })}
            />
          )}
        </Field>
      </div>
      <label className="choice">
        <input
          type="checkbox"
          checked={form.publicPage}
          onChange={() => setForm({ ...form, publicPage: !form.publicPage })}
        />
        <span>
          <b>
            <Trans>People without an account may see this network</Trans>
          </b>
          <small>
            <Trans>They then see its name, its mission and those members that are listed publicly.</Trans>
          </small>
        </span>
      </label>
      <label className="choice">
        <input
          type="checkbox"
          checked={form.takesApplications}
          disabled={!form.publicPage}
          onChange={() => setForm({ ...form, takesApplications: !form.takesApplications })}
        />
        <span>
          <b>
            <Trans>Anyone may apply for membership</Trans>
          </b>
          <small>
            <Trans>
              Needs a public page. Applications are seen by the secretariat and the committee alone.
            </Trans>
          </small>
        </span>
      </label>
      <TextField
        label={t`Months for which it is kept who was at a dialogue`}
        hint={t`Counted from when it is over. Then names, addresses and notes go; how many of each group were there stays.`}
        inputMode="numeric"
        value={form.months}
        error={wrong.retentionMonths}
        onChange={(event) => setForm({ ...form, months: event.target.value.replace(/\D/g, "") })}
      />
      <Field
        label={t`Code of conduct in Khmer`}
        hint={t`Every new member’s authorised signatory accepts it.`}
        error={wrong["codeOfConduct.km"]}
      >
        {(ids) => (
          <textarea
            className="input"
            lang="km"
            rows={5}
            {...ids}
            value={form.codeKm}
            onChange={(event) => setForm({ ...form, codeKm: event.target.value })}
          />
        )}
      </Field>
      <Field label={t`Code of conduct in English`} error={wrong["codeOfConduct.en"]}>
        {(ids) => (
          <textarea
            className="input"
            lang="en"
            rows={5}
            {...ids}
            value={form.codeEn}
            onChange={(event) => setForm({ ...form, codeEn: event.target.value })}
          />
        )}
      </Field>
      <div>
        <Button type="submit" kind="primary" busy={result.fetching}>
          <Trans>Save</Trans>
        </Button>
      </div>
    </form>
  );
}
