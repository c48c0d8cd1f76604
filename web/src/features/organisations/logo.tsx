import { Trans, useLingui } from "@lingui/react/macro";
import { type ChangeEvent, useId, useState } from "react";
import { useClient, useMutation } from "urql";
import { send } from "../../app/client";
import { useLocale } from "../../i18n/text";
import { Button } from "../../ui/kit";
import { OrgMark } from "../../ui/org-mark";
import { failure } from "../../ui/outcome";
import type { Organisation } from "./organisation";
import { OrganisationPageDocument, RemoveLogoDocument } from "./organisation.gql";

/** Longest side that the hub keeps; a phone's photo is shrunk to it before it travels. */
const SIDE = 512;

/** A picture small enough for a bad line; what a browser cannot read goes as it is, and the hub says why not. */
async function shrunk(file: File): Promise<Blob> {
  try {
    const picture = await createImageBitmap(file);
    const by = Math.min(1, SIDE / Math.max(picture.width, picture.height));
    const canvas = new OffscreenCanvas(
      Math.max(1, Math.round(picture.width * by)),
      Math.max(1, Math.round(picture.height * by)),
    );
    canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return await canvas.convertToBlob({ type: "image/png" });
  } catch {
    return file;
  }
}

/** Chooses an organisation's logo. It is saved at once, apart from the form around it. */
export function LogoField({ organisation }: { organisation: Organisation }) {
  const { t } = useLingui();
  const { say } = useLocale();
  const client = useClient();
  const id = useId();
  const [busy, setBusy] = useState(false);
  const [why, setWhy] = useState<string>();
  const [, remove] = useMutation(RemoveLogoDocument);
  const again = () =>
    client
      .query(OrganisationPageDocument, { id: organisation.id }, { requestPolicy: "network-only" })
      .toPromise();
  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    event.target.value = "";
    if (!file) return;
    setBusy(true);
    setWhy(undefined);
    try {
      const answer = await send(`/files/${organisation.id}/logo`, await shrunk(file));
      if (answer.ok) await again();
      else {
        const said = (await answer.json().catch(() => null)) as {
          violations?: { message: { en: string; km: string } }[];
        } | null;
        const message = said?.violations?.[0]?.message;
        setWhy(message ? say(message) : t`The picture could not be saved. Try again.`);
      }
    } catch {
      setWhy(t`There is no connection. Nothing was lost; try again when there is.`);
    }
    setBusy(false);
  };
  const takeAway = async () => {
    setBusy(true);
    const { data, error } = await remove({ organisation: organisation.id });
    setWhy(failure(error, data?.removeLogo));
    await again();
    setBusy(false);
  };
  return (
    <div className="row top">
      <OrgMark
        id={organisation.id}
        acronym={organisation.acronym}
        kind={organisation.kind?.code}
        size="l"
        logo={organisation.logo}
      />
      <div className="field grow">
        <label htmlFor={id}>
          <Trans>Logo</Trans>
        </label>
        <input
          id={id}
          className="input"
          type="file"
          accept="image/png,image/jpeg,image/webp"
          disabled={busy}
          aria-busy={busy}
          aria-describedby={why ? `${id}-e` : `${id}-h`}
          onChange={(event) => void choose(event)}
        />
        {why ? (
          <span className="err" id={`${id}-e`} role="alert">
            {why}
          </span>
        ) : (
          <span className="hint" id={`${id}-h`}>
            <Trans>PNG, JPEG or WebP. It is drawn anew, so that nothing hidden in the file is kept.</Trans>
          </span>
        )}
        {organisation.logo ? (
          <div>
            <Button className="small" disabled={busy} onClick={() => void takeAway()}>
              <Trans>Take the logo away</Trans>
            </Button>
          </div>
        ) : null}
      </div>
    </div>
  );
}
