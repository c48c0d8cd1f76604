import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useMutation } from "urql";
import { moment } from "../../i18n/format";
import { Both, useLocale } from "../../i18n/text";
import { Button, Note } from "../../ui/kit";
import { toast } from "../../ui/notice";
import { failure } from "../../ui/outcome";
import { AcceptConductDocument, type ApplicationCardFragment } from "./applications.gql";

/** The code of conduct, for the one who may accept it in the organisation's name. */
export function Conduct({ membership }: { membership: ApplicationCardFragment }) {
  const { t } = useLingui();
  const { locale, say } = useLocale();
  const [result, accept] = useMutation(AcceptConductDocument);
  const [read, setRead] = useState(false);
  const application = membership.application;
  if (!application || membership.state === "DRAFT" || membership.state === "RETURNED") return null;
  const code = membership.network?.codeOfConduct;
  const agree = async () => {
    const { data, error } = await accept({
      membership: membership.id,
      hash: membership.network?.codeOfConductHash ?? "",
    });
    const why = failure(error, data?.acceptConduct);
    if (why) toast.error(why);
    else toast.success(t`Accepted in the name of your organisation.`);
  };
  const why = failure(result.error, result.data?.acceptConduct);
  return (
    <section className="card">
      <header>
        <h2>
          <Trans>Code of conduct</Trans>
        </h2>
      </header>
      {code && (code.en || code.km) ? (
        <p style={{ whiteSpace: "pre-wrap" }}>
          <Both text={code} />
        </p>
      ) : (
        <p className="muted">
          <Trans>The network has no written code of conduct.</Trans>
        </p>
      )}
      {why ? <Note tone="danger">{why}</Note> : null}
      {application.conductAcceptedAt ? (
        <p className="muted sm" style={{ marginTop: "var(--s-3)" }}>
          <Trans>
            Accepted on {moment(application.conductAcceptedAt, locale)}
            {application.conductAcceptedBy ? ` · ${say(application.conductAcceptedBy.name.full)}` : ""}
          </Trans>
        </p>
      ) : application.viewerCan.acceptConduct ? (
        <div className="stackv gap-3" style={{ marginTop: "var(--s-4)" }}>
          <div className="checks">
            <label>
              <input type="checkbox" checked={read} onChange={(event) => setRead(event.target.checked)} />
              <Trans>
                I may sign for <b>{say(membership.organisation.name)}</b> and accept this in its name
              </Trans>
            </label>
          </div>
          <div>
            <Button kind="primary" disabled={!read} busy={result.fetching} onClick={() => void agree()}>
              <Trans>Accept the code of conduct</Trans>
            </Button>
          </div>
        </div>
      ) : (
        <p className="muted sm" style={{ marginTop: "var(--s-3)" }}>
          <Trans>
            Your authorised signatory accepts it once the secretariat has recommended the application.
          </Trans>
        </p>
      )}
    </section>
  );
}
