import { Trans, useLingui } from "@lingui/react/macro";
import { Trash2 } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useMutation, useQuery } from "urql";
import { day } from "../../i18n/format";
import { Both, useLocale } from "../../i18n/text";
import { Button, Loading, Note, TextField } from "../../ui/kit";
import { toast } from "../../ui/notice";
import { failure, reasons } from "../../ui/outcome";
import { HolidaysDocument, RemoveHolidayDocument, SetHolidayDocument } from "./network.gql";

/** Public holidays: days that do not count where working days do. */
export function Holidays({ network }: { network: string }) {
  const { t } = useLingui();
  const { locale, say } = useLocale();
  const [from] = useState(() => new Date().toISOString().slice(0, 10));
  const [after, setAfter] = useState<string | null>(null);
  const [{ data, error }, again] = useQuery({
    query: HolidaysDocument,
    variables: { id: network, from, after },
    requestPolicy: "cache-and-network",
  });
  const [setting, set] = useMutation(SetHolidayDocument);
  const [, remove] = useMutation(RemoveHolidayDocument);
  const [date, setDate] = useState("");
  const [en, setEn] = useState("");
  const [km, setKm] = useState("");
  const wrong = reasons(setting.data?.setHoliday);
  const why = failure(setting.error, setting.data?.setHoliday);
  const holidays = data?.network?.holidays;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!date) return;
    const result = await set({ network, day: date, name: { en, km } });
    if (result.data?.setHoliday.status === "DONE") {
      setDate("");
      setEn("");
      setKm("");
      again({ requestPolicy: "network-only" });
    }
  };
  return (
    <section
      className="card"
      aria-label={t`Public holidays`}
      style={{ maxWidth: 760, marginTop: "var(--s-6)" }}
    >
      <h2>
        <Trans>Public holidays</Trans>
      </h2>
      <p className="muted sm">
        <Trans>They are no working days: a consultation of five working days lasts longer over them.</Trans>
      </p>
      {error ? <Note tone="danger">{failure(error)}</Note> : null}
      {!holidays ? <Loading /> : null}
      {holidays && holidays.edges.length === 0 ? (
        <p className="muted">
          <Trans>None is named from today on.</Trans>
        </p>
      ) : null}
      <ul className="list">
        {holidays?.edges.map(({ node }) => (
          <li key={node.day} className="row between">
            <span>
              <b>{day(node.day, locale)}</b> · <Both text={node.name} />
            </span>
            <Button
              className="small"
              kind="quiet"
              aria-label={t`Remove ${say(node.name)}`}
              onClick={async () => {
                const result = await remove({ network, day: node.day });
                const refused = failure(result.error, result.data?.removeHoliday);
                if (refused) toast.error(refused);
                again({ requestPolicy: "network-only" });
              }}
            >
              <Trash2 className="i" aria-hidden="true" />
            </Button>
          </li>
        ))}
      </ul>
      {holidays?.pageInfo.hasNextPage ? (
        <Button onClick={() => setAfter(holidays.pageInfo.endCursor ?? null)}>
          <Trans>Show more</Trans>
        </Button>
      ) : null}
      <form className="stackv gap-3" onSubmit={(event) => void submit(event)}>
        {why ? <Note tone="danger">{why}</Note> : null}
        <div className="formgrid">
          <TextField
            label={t`Day`}
            type="date"
            required
            value={date}
            error={wrong.day}
            onChange={(event) => setDate(event.target.value)}
          />
          <TextField
            label={t`Name in English`}
            value={en}
            error={wrong["name.en"] ?? wrong.name}
            onChange={(event) => setEn(event.target.value)}
          />
          <TextField
            label={t`Name in Khmer`}
            lang="km"
            value={km}
            error={wrong["name.km"]}
            onChange={(event) => setKm(event.target.value)}
          />
        </div>
        <div>
          <Button type="submit" busy={setting.fetching}>
            <Trans>Add the holiday</Trans>
          </Button>
        </div>
      </form>
    </section>
  );
}
