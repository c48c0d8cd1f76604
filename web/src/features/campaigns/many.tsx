import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useMutation } from "urql";
import type { CampaignWorkStatus } from "../../graphql/schema";
import { number } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { Button, Field, Note, TextField } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import type { CampaignFullFragment, WorkPartsFragment } from "./campaigns.gql";
import { ChangeManyCampaignWorkDocument } from "./talk.gql";
import { WORK_STATES } from "./words";

/** Changes all that is chosen at once: all of it or nothing. */
export function Many({
  campaign,
  chosen,
  onDone,
}: {
  campaign: CampaignFullFragment;
  chosen: WorkPartsFragment[];
  onDone: () => void;
}) {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const [status, setStatus] = useState<CampaignWorkStatus | "">("");
  const [organisation, setOrganisation] = useState("");
  const [days, setDays] = useState("");
  const [result, change] = useMutation(ChangeManyCampaignWorkDocument);
  const payload = result.data?.changeManyCampaignWork;
  const wrong = reasons(payload);
  const why = failure(result.error, payload) ?? wrong.work ?? wrong.organisation;
  const submit = async () => {
    const { data } = await change({
      input: {
        campaign: campaign.id,
        work: chosen.map(({ id, version }) => ({ id, version })),
        status: status || null,
        organisation: organisation === "nobody" ? null : organisation || null,
        nobody: organisation === "nobody",
        days: days.trim() === "" ? null : Number.parseInt(days, 10) || 0,
      },
    });
    if (data?.changeManyCampaignWork.status === "DONE") onDone();
  };
  return (
    <section className="card stackv gap-3" aria-label={t`Change all that is chosen`}>
      <p>
        <Trans>{number(chosen.length, locale)} chosen</Trans>
      </p>
      {why ? <Note tone="danger">{why}</Note> : null}
      <div className="formgrid">
        <Field label={t`Where they stand`}>
          {(ids) => (
            <select
              className="input"
              {...ids}
              value={status}
              onChange={(event) => setStatus(event.target.value as CampaignWorkStatus | "")}
            >
              <option value="">{t`as it is`}</option>
              {(Object.keys(WORK_STATES) as CampaignWorkStatus[]).map((one) => (
                <option key={one} value={one}>
                  {i18n._(WORK_STATES[one])}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t`Who does them`}>
          {(ids) => (
            <select
              className="input"
              {...ids}
              value={organisation}
              onChange={(event) => setOrganisation(event.target.value)}
            >
              <option value="">{t`as it is`}</option>
              <option value="nobody">{t`nobody yet`}</option>
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
        <TextField
          label={t`So many days later (−7 for a week earlier)`}
          inputMode="numeric"
          value={days}
          error={wrong.days}
          onChange={(event) => setDays(event.target.value.replace("−", "-"))}
        />
      </div>
      <div>
        <Button kind="primary" busy={result.fetching} onClick={() => void submit()}>
          <Trans>Change them</Trans>
        </Button>
      </div>
    </section>
  );
}
