import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useMutation, useQuery } from "urql";
import { moment } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { Badge, Button, Field, Modal, Note, TextField } from "../../ui/kit";
import { toast } from "../../ui/notice";
import { failure, reasons } from "../../ui/outcome";
import {
  ConfirmGuestDocument,
  InviteGuestDocument,
  RevokeGuestDocument,
  SendGuestAgainDocument,
  SignGuestsDocument,
  type SignGuestsQuery,
} from "./signing.gql";
import { ATTRIBUTIONS, BASES, SAID, SAID_TONES } from "./words";

type Node = NonNullable<NonNullable<SignGuestsQuery["paper"]>["signOn"]>["invited"]["edges"][number]["node"];

/** Organisations outside the network that are asked to sign: for whoever runs the sign-on. */
export function Guests({
  paper,
  textHash,
  open,
  onDone,
}: {
  paper: string;
  textHash: string;
  open: boolean;
  onDone: () => void;
}) {
  const { t } = useLingui();
  const [after, setAfter] = useState<string | null>(null);
  const [inviting, setInviting] = useState(false);
  const [{ data }, again] = useQuery({
    query: SignGuestsDocument,
    variables: { id: paper, after },
    requestPolicy: "cache-and-network",
  });
  const invited = data?.paper?.signOn?.invited;
  const refresh = () => {
    again({ requestPolicy: "network-only" });
    onDone();
  };
  return (
    <section className="stackv gap-3" aria-label={t`From outside the network`}>
      <div className="row between wrap">
        <h2>
          <Trans>From outside the network</Trans>
        </h2>
        {open ? (
          <Button className="small" onClick={() => setInviting(true)}>
            <Trans>Invite an organisation</Trans>
          </Button>
        ) : null}
      </div>
      {invited?.totalCount === 0 ? (
        <p className="sm muted">
          <Trans>
            Nobody is invited yet. An invited organisation signs by a link of its own, without an account; it
            counts once you have confirmed it.
          </Trans>
        </p>
      ) : (
        <ul className="list card nopad">
          {invited?.edges.map(({ node }) => (
            <Guest key={node.id} guest={node} textHash={textHash} open={open} onDone={refresh} />
          ))}
        </ul>
      )}
      {invited?.pageInfo.hasNextPage ? (
        <Button onClick={() => setAfter(invited.pageInfo.endCursor ?? null)}>
          <Trans>Show more</Trans>
        </Button>
      ) : null}
      {inviting ? <Invite paper={paper} onClose={() => setInviting(false)} onDone={refresh} /> : null}
    </section>
  );
}

function Guest({
  guest,
  textHash,
  open,
  onDone,
}: {
  guest: Node;
  textHash: string;
  open: boolean;
  onDone: () => void;
}) {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const [confirming, confirm] = useMutation(ConfirmGuestDocument);
  const [sending, send] = useMutation(SendGuestAgainDocument);
  const [revoking, revoke] = useMutation(RevokeGuestDocument);
  const id = guest.id ?? "";
  const told = (refused: string | undefined, done: string) => {
    if (refused) toast.error(refused);
    else toast.success(done);
    onDone();
  };
  const signs = guest.state === "ENDORSED" || guest.state === "ENDORSED_WITH_RESERVATION";
  return (
    <li className="row top wrap signed">
      <div className="grow">
        <b>{say(guest.name)}</b>
        <br />
        <small className="muted">
          {guest.email}
          {guest.state && guest.signatory ? ` · ${guest.signatory}` : ""}
          {guest.basis ? ` · ${i18n._(BASES[guest.basis].name)}` : ""}
          {signs && guest.attribution ? ` · ${i18n._(ATTRIBUTIONS[guest.attribution].name)}` : ""}
          {guest.statedAt ? ` · ${moment(guest.statedAt, locale)}` : ""}
        </small>
        {guest.reservation ? <blockquote className="sm">{guest.reservation}</blockquote> : null}
      </div>
      {guest.state ? (
        <Badge tone={SAID_TONES[guest.state]}>{i18n._(SAID[guest.state])}</Badge>
      ) : (
        <Badge>
          <Trans>has not answered</Trans>
        </Badge>
      )}
      {signs && !guest.confirmed ? (
        <Badge tone="warn">
          <Trans>to be confirmed</Trans>
        </Badge>
      ) : null}
      {open ? (
        <span className="row wrap gap-2">
          {signs && !guest.confirmed && guest.textHash === textHash ? (
            <Button
              className="small"
              kind="primary"
              busy={confirming.fetching}
              onClick={async () => {
                const { data, error } = await confirm({ guest: id });
                told(
                  failure(error, data?.confirmGuest) ?? reasons(data?.confirmGuest).paper,
                  t`Confirmed: it counts.`,
                );
              }}
            >
              <Trans>Confirm</Trans>
            </Button>
          ) : null}
          {!signs ? (
            <Button
              className="small"
              busy={sending.fetching}
              onClick={async () => {
                const { data, error } = await send({ guest: id });
                told(
                  failure(error, data?.sendGuestAgain) ?? reasons(data?.sendGuestAgain).paper,
                  t`A new link is on its way.`,
                );
              }}
            >
              <Trans>Send again</Trans>
            </Button>
          ) : null}
          <Button
            className="small"
            kind="quiet"
            busy={revoking.fetching}
            onClick={async () => {
              const { data, error } = await revoke({ guest: id });
              told(failure(error, data?.revokeGuest), t`The invitation is taken back.`);
            }}
          >
            <Trans>Take back</Trans>
          </Button>
        </span>
      ) : null}
    </li>
  );
}

function Invite({ paper, onClose, onDone }: { paper: string; onClose: () => void; onDone: () => void }) {
  const { t } = useLingui();
  const [en, setEn] = useState("");
  const [km, setKm] = useState("");
  const [email, setEmail] = useState("");
  const [language, setLanguage] = useState<"EN" | "KM">("KM");
  const [result, invite] = useMutation(InviteGuestDocument);
  const wrong = reasons(result.data?.inviteGuest);
  const why = failure(result.error, result.data?.inviteGuest) ?? wrong.paper;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { data } = await invite({ paper, input: { name: { en, km }, email, language } });
    if (data?.inviteGuest.status !== "DONE") return;
    onDone();
    onClose();
  };
  return (
    <Modal title={t`Invite an organisation`} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)} noValidate>
        {why ? <Note tone="danger">{why}</Note> : null}
        <p>
          <Trans>
            It gets a link by mail and reads the text there. Whoever holds the link says who signs, in which
            post and by what right; you confirm it before it counts.
          </Trans>
        </p>
        <div className="formgrid">
          <TextField
            label={t`Name in English`}
            value={en}
            error={wrong.name ?? wrong["name.en"]}
            onChange={(event) => setEn(event.target.value)}
          />
          <TextField
            label={t`Name in Khmer`}
            lang="km"
            value={km}
            error={wrong["name.km"]}
            onChange={(event) => setKm(event.target.value)}
          />
          <TextField
            label={t`Its e-mail address`}
            type="email"
            value={email}
            error={wrong.email}
            onChange={(event) => setEmail(event.target.value)}
          />
          <Field label={t`Write to it in`}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={language}
                onChange={(event) => setLanguage(event.target.value as "EN" | "KM")}
              >
                <option value="KM">{t`Khmer`}</option>
                <option value="EN">{t`English`}</option>
              </select>
            )}
          </Field>
        </div>
        <div className="row wrap">
          <Button kind="primary" type="submit" busy={result.fetching}>
            <Trans>Send the invitation</Trans>
          </Button>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </Modal>
  );
}
