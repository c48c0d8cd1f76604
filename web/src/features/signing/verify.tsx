import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { client } from "../../app/client";
import { Door } from "../../app/door";
import { moment, number } from "../../i18n/format";
import { Both, useLocale } from "../../i18n/text";
import { Field, Loading, Note } from "../../ui/kit";
import "./signing.css";
import { VerifyFileDocument, type VerifyFileQuery } from "./signing.gql";

type Found = { sha256: string; verified: VerifyFileQuery["verify"] | null };

/** Tells whether a file is what was published. It never leaves this device: only its hash is asked for. */
export function VerifyPage() {
  const { t } = useLingui();
  const { locale } = useLocale();
  const [found, setFound] = useState<Found | null>(null);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const look = async (file: File) => {
    setBusy(true);
    setFailed(false);
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
    const sha256 = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    const { data, error } = await client
      .query(VerifyFileDocument, { sha256 }, { requestPolicy: "network-only" })
      .toPromise();
    setBusy(false);
    if (error) setFailed(true);
    else setFound({ sha256, verified: data?.verify ?? null });
  };
  return (
    <Door>
      <div className="stackv gap-6">
        <div>
          <h1>
            <Trans>Check a file</Trans>
          </h1>
          <p className="lead">
            <Trans>
              Choose a PDF, page or text that was published here. It stays on your device; only its
              fingerprint is compared.
            </Trans>
          </p>
        </div>
        <Field label={t`The file`}>
          {(ids) => (
            <input
              className="input"
              type="file"
              {...ids}
              onChange={(event) => {
                const file = event.target.files?.[0];
                if (file) void look(file);
              }}
            />
          )}
        </Field>
        {busy ? <Loading /> : null}
        {failed ? (
          <Note tone="danger">
            <Trans>The hub did not answer. Try again.</Trans>
          </Note>
        ) : null}
        {found && !busy ? (
          <div role="status">
            {found.verified ? (
              <Note {...(found.verified.publication.endedAt ? { tone: "warn" as const } : {})}>
                <p>
                  <b>
                    <Trans>This file is unchanged.</Trans>
                  </b>{" "}
                  <Both text={found.verified.title} /> · {found.verified.name}
                </p>
                <p>
                  {found.verified.publication.signed > 0 ? (
                    <Trans>
                      Public since {moment(found.verified.publication.publicFrom ?? "", locale)}, signed by{" "}
                      {number(found.verified.publication.signed, locale)} organisations.
                    </Trans>
                  ) : (
                    <Trans>
                      Public since {moment(found.verified.publication.publicFrom ?? "", locale)}, adopted by
                      the network.
                    </Trans>
                  )}{" "}
                  <a href={`/public/papers/${found.verified.publication.paper}`}>
                    <Trans>The public page</Trans>
                  </a>
                </p>
                {found.verified.publication.endedAt ? (
                  <p>
                    <b>
                      <Trans>
                        It does not stand any more since {moment(found.verified.publication.endedAt, locale)}:
                        read why on its page.
                      </Trans>
                    </b>
                  </p>
                ) : null}
              </Note>
            ) : (
              <Note tone="danger">
                <b>
                  <Trans>This is not a file that was published here, or it was changed since.</Trans>
                </b>
              </Note>
            )}
            <p className="xs muted">
              SHA-256 <code className="hash">{found.sha256}</code>
            </p>
          </div>
        ) : null}
      </div>
    </Door>
  );
}
