import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useMutation } from "urql";
import { useViewer } from "../../app/viewer";
import { number } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { Badge, Button, Modal, Note } from "../../ui/kit";
import { OrgMark } from "../../ui/org-mark";
import { failure, reasons } from "../../ui/outcome";
import {
  AnswerSeatDocument,
  AskForSeatDocument,
  EndSeatDocument,
  type GroupFullFragment,
  OfferSeatDocument,
  type SeatRowFragment,
  SetConvenorDocument,
} from "./groups.gql";
import { SeatChoice } from "./seat-choice";
import { SEAT_STATES } from "./words";

/** Who sits in a group, who is asked in, and what one may do about it. */
export function Seats({ group, network }: { group: GroupFullFragment; network: string }) {
  const { t } = useLingui();
  const { locale } = useLocale();
  const [adding, setAdding] = useState<"ask" | "offer" | null>(null);
  const seats = group.seats.edges.map((edge) => edge.node);
  return (
    <section className="card nopad">
      <header>
        <h2>
          <Trans>People of the group</Trans>
        </h2>
        <span className="muted sm">{number(group.seats.totalCount, locale)}</span>
      </header>
      <ul className="list">
        {seats.map((seat) => (
          <Seat key={seat.id} seat={seat} />
        ))}
      </ul>
      <div className="actions" style={{ padding: "var(--s-4)" }}>
        {group.viewerCan.join ? (
          <Button onClick={() => setAdding("ask")}>
            <Trans>Send somebody of ours</Trans>
          </Button>
        ) : null}
        {group.viewerCan.lead ? (
          <Button onClick={() => setAdding("offer")}>
            <Trans>Invite somebody</Trans>
          </Button>
        ) : null}
      </div>
      {adding ? (
        <AddSeat
          title={adding === "ask" ? t`Send somebody of ours` : t`Invite somebody`}
          ask={adding === "ask"}
          group={group.id}
          network={network}
          onClose={() => setAdding(null)}
        />
      ) : null}
    </section>
  );
}

function Seat({ seat }: { seat: SeatRowFragment }) {
  const { i18n } = useLingui();
  const { say } = useLocale();
  const [answering, answer] = useMutation(AnswerSeatDocument);
  const [ending, end] = useMutation(EndSeatDocument);
  const [naming, name] = useMutation(SetConvenorDocument);
  const payload = answering.data?.answerSeat ?? ending.data?.endSeat ?? naming.data?.setConvenor;
  const why =
    failure(answering.error ?? ending.error ?? naming.error, payload) ?? Object.values(reasons(payload))[0];
  const { organisation, person } = seat;
  const can = seat.viewerCan;
  return (
    <li className="todo" style={{ alignItems: "start" }}>
      <OrgMark
        id={organisation?.id ?? seat.id}
        acronym={organisation?.acronym ?? ""}
        kind={organisation?.kind?.code}
      />
      <span>
        <span className="t">
          {person ? (
            <Link to="/people/$id" params={{ id: person.id }}>
              <b>{say(person.name.full)}</b>
            </Link>
          ) : (
            <b>
              <Trans>Name withheld</Trans>
            </b>
          )}
        </span>
        {organisation ? <span className="m">{say(organisation.name)}</span> : null}
        {why ? <Note tone="danger">{why}</Note> : null}
        {can.answer || can.end || can.setConvenor ? (
          <span className="row wrap gap-2" style={{ marginTop: "var(--s-2)" }}>
            {can.answer ? (
              <>
                <Button
                  kind="primary"
                  className="small"
                  busy={answering.fetching}
                  onClick={() => void answer({ seat: seat.id, yes: true })}
                >
                  <Trans>Accept</Trans>
                </Button>
                <Button className="small" onClick={() => void answer({ seat: seat.id, yes: false })}>
                  <Trans>Decline</Trans>
                </Button>
              </>
            ) : null}
            {can.setConvenor ? (
              <Button
                className="small"
                busy={naming.fetching}
                onClick={() => void name({ seat: seat.id, convenes: !seat.convenes })}
              >
                {seat.convenes ? <Trans>No longer convenor</Trans> : <Trans>Make convenor</Trans>}
              </Button>
            ) : null}
            {can.end && !can.answer ? (
              <Button
                kind="quiet"
                className="small"
                busy={ending.fetching}
                onClick={() => void end({ seat: seat.id })}
              >
                <Trans>End the seat</Trans>
              </Button>
            ) : null}
          </span>
        ) : null}
      </span>
      <Badge tone={seat.convenes ? "accent" : seat.state === "SEATED" ? "ok" : "pending"}>
        {seat.convenes ? <Trans>convenor</Trans> : i18n._(SEAT_STATES[seat.state])}
      </Badge>
    </li>
  );
}

function AddSeat({
  title,
  ask: own,
  group,
  network,
  onClose,
}: {
  title: string;
  ask: boolean;
  group: string;
  network: string;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const viewer = useViewer();
  const [asking, ask] = useMutation(AskForSeatDocument);
  const [offering, offer] = useMutation(OfferSeatDocument);
  const [value, setValue] = useState({ organisation: "", person: "" });
  const payload = asking.data?.askForSeat ?? offering.data?.offerSeat;
  const wrong = reasons(payload);
  const why = failure(asking.error ?? offering.error, payload) ?? wrong.group;
  const ours = (viewer?.roles ?? []).flatMap((role) =>
    role.network?.id === network &&
    role.organisation &&
    (role.role === "REPRESENTATIVE" || role.role === "ALTERNATE")
      ? [role.organisation]
      : [],
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input = { group, ...value };
    const status = own
      ? (await ask({ input })).data?.askForSeat.status
      : (await offer({ input })).data?.offerSeat.status;
    if (status === "DONE") onClose();
  };
  return (
    <Modal title={title} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)} noValidate>
        {why ? <Note tone="danger">{why}</Note> : null}
        <SeatChoice
          network={network}
          legend={t`Who is to sit in the group`}
          value={value}
          onChange={setValue}
          wrong={wrong}
          {...(own ? { only: [...new Map(ours.map((o) => [o.id, o])).values()] } : {})}
        />
        <div className="actions">
          <Button
            type="submit"
            kind="primary"
            busy={asking.fetching || offering.fetching}
            disabled={value.person === ""}
          >
            {own ? <Trans>Send</Trans> : <Trans>Invite</Trans>}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </Modal>
  );
}
