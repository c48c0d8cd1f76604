import { Trans, useLingui } from "@lingui/react/macro";
import { MessageSquareWarning, PenLine, X } from "lucide-react";
import { type FormEvent, useEffect, useState } from "react";
import { useMutation } from "urql";
import { Door } from "../../app/door";
import type { Attribution, EndorsementBasis, EndorsementState } from "../../graphql/schema";
import { moment } from "../../i18n/format";
import { Both, useLocale } from "../../i18n/text";
import { Button, Loading, Note, TextField } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import { linkSecret } from "../identity/link";
import { AttributionChoices, Choices, MandateChoices, type Option, ReservationField } from "./choices";
import "./signing.css";
import { AnswerAsGuestDocument, type InvitationFragment, ReadGuestInvitationDocument } from "./signing.gql";
import { Canonical } from "./text";

/** By these rights an organisation outside the network signs. */
const OWN: EndorsementBasis[] = ["BOARD_DECISION", "DIRECTOR_AUTHORITY", "GENERAL_ASSEMBLY"];

/** An organisation outside the network reads a text and answers, without an account. Opening the page changes nothing. */
export function GuestPage() {
  const { t } = useLingui();
  const { locale, say } = useLocale();
  const [link] = useState(linkSecret);
  const [read, look] = useMutation(ReadGuestInvitationDocument);
  const [result, answer] = useMutation(AnswerAsGuestDocument);
  const [lang, setLang] = useState<"en" | "km" | null>(null);
  useEffect(() => {
    if (link) void look({ link });
  }, [link, look]);
  const found = result.data?.answerAsGuest.invitation ?? read.data?.readGuestInvitation.invitation;
  const wrong = reasons(result.data?.answerAsGuest);
  const stale = reasons(read.data?.readGuestInvitation).link ?? wrong.link;
  const why =
    link === ""
      ? t`This link is incomplete. Open it again from the mail.`
      : (stale ?? failure(read.error) ?? failure(result.error, result.data?.answerAsGuest) ?? wrong.paper);
  const texts = { en: found?.english ?? "", km: found?.khmer ?? "" };
  const shown = lang ?? (texts[locale] ? locale : texts.en ? "en" : "km");
  const signed = found?.state === "ENDORSED" || found?.state === "ENDORSED_WITH_RESERVATION";
  return (
    <Door>
      <div className="stackv gap-6 signpage">
        {why ? <Note tone="danger">{why}</Note> : null}
        {!why && !found ? <Loading /> : null}
        {found ? (
          <>
            <header className="stackv gap-2">
              <p className="lead">
                <Trans>
                  {say(found.network)} asks <b>{say(found.organisation)}</b> to sign
                </Trans>
              </p>
              <h1 className="voice">
                <Both text={found.title} />
              </h1>
              {found.addressees ? (
                <p className="sm">
                  <Trans>To: {found.addressees}</Trans>
                </p>
              ) : null}
              <p className="sm muted">
                {found.open ? (
                  <Trans>closes {moment(found.deadline, locale)}</Trans>
                ) : (
                  <Trans>closed {moment(found.deadline, locale)}</Trans>
                )}
              </p>
            </header>
            {signed && found.ofThisText ? (
              <Note>
                {found.confirmed ? (
                  <Trans>
                    Your organisation has signed, and the secretariat has confirmed it. It counts.
                  </Trans>
                ) : (
                  <Trans>
                    Your answer is kept. It counts once the secretariat has confirmed it with you.
                  </Trans>
                )}
              </Note>
            ) : null}
            {found.state === "DECLINED" ? (
              <Note>
                <Trans>Your organisation does not sign. Thank you for the answer.</Trans>
              </Note>
            ) : null}
            {found.state === "WITHDRAWN" ? (
              <Note>
                <Trans>Your organisation has withdrawn its signature.</Trans>
              </Note>
            ) : null}
            {found.state === "RECONFIRM" ? (
              <Note tone="warn">
                <Trans>
                  The text has changed since your organisation signed. Please read it and answer anew.
                </Trans>
              </Note>
            ) : null}
            <section className="stackv gap-3" aria-label={t`What it says`}>
              <div className="row between wrap">
                <h2>
                  <Trans>What it says</Trans>
                </h2>
                {texts.en && texts.km ? (
                  <fieldset className="langs seg">
                    <legend className="vh">{t`Languages`}</legend>
                    {(["en", "km"] as const).map((one) => (
                      <button
                        key={one}
                        type="button"
                        aria-pressed={shown === one}
                        onClick={() => setLang(one)}
                      >
                        {one === "en" ? "EN" : <span lang="km">ខ្មែរ</span>}
                      </button>
                    ))}
                  </fieldset>
                ) : null}
              </div>
              {found.summary.en || found.summary.km ? (
                <p className="voice">
                  <Both text={found.summary} />
                </p>
              ) : null}
              <div className="sheet">
                <Canonical text={texts[shown]} lang={shown} />
              </div>
            </section>
            {found.open && !(signed && found.confirmed) ? (
              <Answer
                key={found.textHash}
                invitation={found}
                wrong={wrong}
                busy={result.fetching}
                onAnswer={(input) => answer({ input: { ...input, link, textHash: found.textHash } })}
              />
            ) : null}
            {signed ? (
              <div>
                <Button
                  kind="quiet"
                  busy={result.fetching}
                  onClick={() =>
                    void answer({
                      input: { link, textHash: found.textHash, state: "WITHDRAWN", attribution: "PUBLIC" },
                    })
                  }
                >
                  <Trans>Withdraw the signature</Trans>
                </Button>
              </div>
            ) : null}
          </>
        ) : null}
      </div>
    </Door>
  );
}

type Said = {
  state: EndorsementState;
  signatory: string;
  post: string;
  basis: EndorsementBasis | null;
  attribution: Attribution;
  reservation: string;
};

function Answer({
  invitation,
  wrong,
  busy,
  onAnswer,
}: {
  invitation: InvitationFragment;
  wrong: Record<string, string>;
  busy: boolean;
  onAnswer: (said: Said) => Promise<unknown>;
}) {
  const { t } = useLingui();
  const { say } = useLocale();
  const [state, setState] = useState<EndorsementState>("ENDORSED");
  const [signatory, setSignatory] = useState("");
  const [post, setPost] = useState("");
  const [basis, setBasis] = useState<EndorsementBasis>("BOARD_DECISION");
  const [attribution, setAttribution] = useState<Attribution>("PUBLIC");
  const [reservation, setReservation] = useState("");
  const signs = state !== "DECLINED";
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    await onAnswer({ state, signatory, post, basis: signs ? basis : null, attribution, reservation });
    window.scrollTo({ top: 0 });
  };
  const decisions: Option<EndorsementState>[] = [
    {
      value: "ENDORSED",
      title: t`Sign`,
      hint: t`We support the whole text`,
      icon: <PenLine className="i" aria-hidden="true" />,
    },
    {
      value: "ENDORSED_WITH_RESERVATION",
      title: t`Sign with a reservation`,
      hint: t`Counts, and your point is printed under the text`,
      icon: <MessageSquareWarning className="i" aria-hidden="true" />,
    },
    {
      value: "DECLINED",
      title: t`Decline`,
      hint: t`Only the coordinator sees it`,
      icon: <X className="i" aria-hidden="true" />,
    },
  ];
  return (
    <form className="stackv gap-6" onSubmit={(event) => void submit(event)} noValidate>
      <Choices
        name="decision"
        legend={<Trans>What does {say(invitation.organisation)} decide?</Trans>}
        options={decisions}
        chosen={state}
        onChoose={setState}
      />
      {state === "ENDORSED_WITH_RESERVATION" ? (
        <ReservationField value={reservation} error={wrong.reservation} onChange={setReservation} />
      ) : null}
      {signs ? (
        <>
          <div className="formgrid">
            <TextField
              label={t`Who signs`}
              autoComplete="name"
              value={signatory}
              error={wrong.signatory}
              onChange={(event) => setSignatory(event.target.value)}
            />
            <TextField
              label={t`In which post`}
              autoComplete="organization-title"
              value={post}
              error={wrong.post}
              onChange={(event) => setPost(event.target.value)}
            />
          </div>
          <MandateChoices among={OWN} chosen={basis} onChoose={setBasis} />
          <AttributionChoices chosen={attribution} onChoose={setAttribution} />
        </>
      ) : null}
      <div>
        <Button kind="primary" type="submit" className="big" busy={busy}>
          {signs ? <Trans>Sign</Trans> : <Trans>Send the answer</Trans>}
        </Button>
      </div>
    </form>
  );
}
