import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "urql";
import { day, moment } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { Badge, Button } from "../../ui/kit";
import { toast } from "../../ui/notice";
import { failure } from "../../ui/outcome";
import { EndSessionDocument, type SettingsQuery } from "./settings.gql";

type Viewer = NonNullable<SettingsQuery["viewer"]>;

/** The browsers one is signed in with. */
export function Sessions({ sessions }: { sessions: Viewer["sessions"] }) {
  const { t } = useLingui();
  const { locale } = useLocale();
  const [, endSession] = useMutation(EndSessionDocument);
  const end = async (id: string) => {
    const { error } = await endSession({ id });
    const why = failure(error);
    if (why) toast.error(why);
    else toast.success(t`That device is signed out.`);
  };
  return (
    <section className="card nopad">
      <header>
        <h2>
          <Trans>Devices you are signed in with</Trans>
        </h2>
      </header>
      <ul className="list">
        {sessions.map((session) => (
          <li key={session.id} className="row between wrap" style={{ padding: "var(--s-4) var(--s-5)" }}>
            <span>
              <b lang="en">{session.device || "–"}</b>{" "}
              {session.current ? (
                <Badge tone="accent">
                  <Trans>this one</Trans>
                </Badge>
              ) : null}
              <br />
              <span className="sm muted">
                <Trans>
                  since {day(session.createdAt, locale)}, last used {moment(session.seenAt, locale)}
                </Trans>
              </span>
            </span>
            {session.current ? null : (
              <Button kind="danger" className="small" onClick={() => void end(session.id)}>
                <Trans>Sign out</Trans>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
