import type { MessageDescriptor } from "@lingui/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useParams } from "@tanstack/react-router";
import { CloudOff, Plus, QrCode, Search } from "lucide-react";
import { type FormEvent, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { client } from "../../app/client";
import { Door } from "../../app/door";
import type { AgeBand, AttendanceInput, Presence, Sex, YesNo } from "../../graphql/schema";
import { number, span } from "../../i18n/format";
import { Both, useLocale } from "../../i18n/text";
import { Badge, Button, Field, Loading, Modal, Note, TextField } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import { ConstituenciesDocument } from "../stakeholders/stakeholders.gql";
import { DoorListDocument, DoorMarksDocument, RecordAttendanceDocument } from "./dialogues.gql";
import {
  asKnown,
  type Guest,
  type Kept,
  type Known,
  keepList,
  keepPage,
  keepWaiting,
  kept,
  markId,
  present,
  refused,
} from "./door-store";
import { reader, Scan } from "./scan";
import { AGES, INVITATION_STATES, PRESENCES, SEXES, YES_NO } from "./words";

/** How many marks are sent at once. */
const AT_ONCE = 100;
/** How long a device waits before it tries again to send what it has. */
const AGAIN = 15_000;

type Wanted = { id: string; after: string | null };
const ask = { requestPolicy: "network-only" } as const;
const listed = (wanted: Wanted) => client.query(DoorListDocument, wanted, ask).toPromise();
const marked = (wanted: Wanted) => client.query(DoorMarksDocument, wanted, ask).toPromise();

/** Asks the hub for the whole list; nothing where there is no answer. */
async function fetched(id: string): Promise<Kept | "unknown" | null> {
  const guests: Guest[] = [];
  const known: Known[] = [];
  let about: Omit<Kept, "guests" | "known" | "groups"> | null = null;
  let after: string | null = null;
  for (;;) {
    const { data }: Awaited<ReturnType<typeof listed>> = await listed({ id, after });
    if (!data) return null;
    if (!data.dialogue?.invitations) return "unknown";
    const { title, startsAt, endsAt, viewerCan, invitations } = data.dialogue;
    about = { title, startsAt, endsAt, may: viewerCan.organise };
    guests.push(...invitations.edges.map(({ node }) => node));
    if (!invitations.pageInfo.hasNextPage) break;
    after = invitations.pageInfo.endCursor;
  }
  after = null;
  for (;;) {
    const { data }: Awaited<ReturnType<typeof marked>> = await marked({ id, after });
    const marks = data?.dialogue?.attendance;
    if (!marks) return null;
    known.push(...marks.edges.map(({ node }) => node));
    if (!marks.pageInfo.hasNextPage) break;
    after = marks.pageInfo.endCursor;
  }
  const { data } = await client.query(ConstituenciesDocument, {}).toPromise();
  if (!data || !about) return null;
  return { ...about, guests, known, groups: data.terms.map(({ code, label }) => ({ code, label })) };
}

/** Who is at the door: marked on a telephone, also without a connection, and sent when there is one. */
export function DoorList() {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const { id } = useParams({ from: "/door/$id" });
  const [list, setList] = useState<Kept | "unknown" | null>(null);
  const [waiting, setWaiting] = useState<AttendanceInput[]>([]);
  const [ready, setReady] = useState(false);
  const [keeps, setKeeps] = useState(true);
  const [cut, setCut] = useState(false);
  const [why, setWhy] = useState<string>();
  const [search, setSearch] = useState("");
  const [scanning, setScanning] = useState(false);
  const [form, setForm] = useState<"person" | "paper" | Guest | null>(null);
  // What waits, for those who send it: the screen may be a step behind.
  const queue = useRef<AttendanceInput[]>([]);
  const sending = useRef(false);
  const asked = useRef(0);

  /** What is shown as marked is kept on this device first: whoever closes the page then loses nothing. */
  const hold = useCallback(
    async (marks: AttendanceInput[]) => {
      queue.current = marks;
      try {
        await keepWaiting(id, marks);
        setKeeps(true);
      } catch {
        setKeeps(false);
      }
      setWaiting(marks);
    },
    [id],
  );

  const look = useCallback(async () => {
    const turn = ++asked.current;
    const fresh = await fetched(id);
    // What was asked later knows more.
    if (turn !== asked.current) return;
    setCut(fresh === null);
    if (!fresh) return;
    setList(fresh);
    if (fresh !== "unknown") await keepList(id, fresh);
  }, [id]);

  /** Sends what waits, until nothing does or the line is cut. What is sent twice counts once, so nothing is lost on the way. */
  const send = useCallback(async () => {
    if (sending.current || queue.current.length === 0) return;
    sending.current = true;
    try {
      while (queue.current.length > 0) {
        const marks = queue.current.slice(0, AT_ONCE);
        const { data, error } = await client
          .mutation(RecordAttendanceDocument, { dialogue: id, marks })
          .toPromise();
        const payload = data?.recordAttendance;
        if (error?.networkError || (!payload && !error)) {
          setCut(true);
          return;
        }
        let gone = new Set(marks);
        if (payload?.status === "DONE") {
          // Known from now on, also before the whole list is asked for again.
          setList((now) =>
            now && now !== "unknown" ? { ...now, known: [...now.known, ...marks.map(asKnown)] } : now,
          );
        } else {
          const odd = refused((payload?.violations ?? []).map(({ field }) => field));
          const told = reasons(payload);
          setWhy(told.dialogue ?? failure(error, payload) ?? Object.values(told)[0]);
          // A mark that the hub never takes must not keep the others back.
          if (odd.size === 0) return;
          gone = new Set(marks.filter((_, at) => odd.has(at)));
        }
        await hold(queue.current.filter((one) => !gone.has(one)));
      }
    } finally {
      sending.current = false;
    }
    await look();
  }, [id, hold, look]);

  useEffect(() => {
    let gone = false;
    void (async () => {
      const own = await kept(id);
      if (gone) return;
      queue.current = own.waiting;
      setWaiting(own.waiting);
      if (own.list) setList(own.list);
      await look();
      await send();
      // What reads letters is there before the line is cut.
      await reader().catch(() => undefined);
      if (await keepPage()) setReady(true);
    })();
    const online = () => void send().then(look);
    const timer = setInterval(() => void send(), AGAIN);
    addEventListener("online", online);
    return () => {
      gone = true;
      clearInterval(timer);
      removeEventListener("online", online);
    };
  }, [id, look, send]);

  const mark = async (one: Omit<AttendanceInput, "id" | "at">) => {
    // Why a mark was refused is read until the next is made.
    setWhy(undefined);
    await hold([...queue.current, { ...one, id: markId(), at: new Date().toISOString() }]);
    void send();
  };

  const here = useMemo(
    () => (list && list !== "unknown" ? present(list, waiting) : new Map<string, Known>()),
    [list, waiting],
  );
  if (list === "unknown")
    return (
      <Door>
        <Note tone="danger">
          <Trans>This does not exist, or not for you. Sign in first.</Trans>{" "}
          <Link to="/sign-in" search={{ to: `/door/${id}` }}>
            <Trans>Sign in</Trans>
          </Link>
        </Note>
      </Door>
    );
  if (!list)
    return (
      <Door>
        {cut ? (
          <Note tone="warn">
            <Trans>
              There is no connection, and this device has no list yet. Open it once with a connection.
            </Trans>
          </Note>
        ) : (
          <Loading />
        )}
      </Door>
    );
  const group = (code: string) => {
    const found = list.groups.find((one) => one.code === code);
    return found ? say(found.label) : code;
  };
  const wanted = search.trim().toLocaleLowerCase();
  const guests = list.guests.filter(
    (one) =>
      one.state !== "CANCELLED" &&
      one.state !== "DELEGATED" &&
      !one.institution &&
      (wanted === "" ||
        [one.name.en, one.name.km, one.organisation, one.post, String(one.number)].some((text) =>
          text.toLocaleLowerCase().includes(wanted),
        )),
  );
  const there = [...here.values()].filter((one) => one.presence !== "ABSENT");
  const others = there.filter((one) => one.invitation === null);
  const count = there.reduce((all, one) => all + one.people, 0);
  const closed = !list.may;
  return (
    <Door>
      <div className="stackv gap-4 doorlist">
        <p className="sm">
          <Link to="/dialogues/$id" params={{ id }} search={{ tab: "day" }}>
            <Trans>Back to the dialogue</Trans>
          </Link>
        </p>
        <h1>
          <Both text={list.title} />
        </h1>
        <p className="sm muted">{span(list.startsAt, list.endsAt, locale)}</p>
        <p role="status" className="row wrap gap-2">
          <b className="num figure">{number(count, locale)}</b>
          <span>
            <Trans>are there</Trans>
          </span>
          {waiting.length > 0 ? (
            <Badge tone="warn" icon={<CloudOff className="i" aria-hidden="true" />}>
              <Trans>not sent yet: {number(waiting.length, locale)}</Trans>
            </Badge>
          ) : (
            <Badge tone="ok">
              <Trans>everything is sent</Trans>
            </Badge>
          )}
          {cut ? (
            <Badge tone="pending">
              <Trans>no connection: go on, it is sent later</Trans>
            </Badge>
          ) : null}
          {ready ? (
            <Badge tone="ghost">
              <Trans>works without a connection</Trans>
            </Badge>
          ) : null}
        </p>
        {why ? <Note tone="danger">{why}</Note> : null}
        {keeps ? null : (
          <Note tone="danger">
            <Trans>This device keeps nothing. Leave this page open until everything is sent.</Trans>
          </Note>
        )}
        {closed ? (
          <Note tone="warn">
            <Trans>Only those who organise it mark who is there.</Trans>
          </Note>
        ) : (
          <div className="row wrap gap-2">
            <Button kind="primary" onClick={() => setScanning(true)}>
              <QrCode className="i" aria-hidden="true" />
              <Trans>Scan letters</Trans>
            </Button>
            <Button onClick={() => setForm("person")}>
              <Plus className="i" aria-hidden="true" />
              <Trans>Somebody without an invitation</Trans>
            </Button>
            <Button onClick={() => setForm("paper")}>
              <Plus className="i" aria-hidden="true" />
              <Trans>From a paper list</Trans>
            </Button>
          </div>
        )}
        <Field label={t`Look for a name, an office or a number`}>
          {(ids) => (
            <span className="row gap-2">
              <Search className="i" aria-hidden="true" />
              <input
                className="input grow"
                type="search"
                {...ids}
                value={search}
                onChange={(event) => setSearch(event.target.value)}
              />
            </span>
          )}
        </Field>
        <ul className="list card nopad" aria-label={t`Who is invited`}>
          {guests.map((one) => {
            const marked = here.get(one.id);
            const is = marked !== undefined && marked.presence !== "ABSENT";
            return (
              <li key={one.id} className="inlist row wrap gap-2">
                <span className="grow stackv gap-1">
                  <span className="row wrap gap-2">
                    <span className="num muted sm">{number(one.number, locale)}</span>
                    <b>
                      <Both text={one.name} />
                    </b>
                    {is ? <Badge tone="ok">{i18n._(PRESENCES[marked.presence])}</Badge> : null}
                  </span>
                  <span className="sm muted">
                    {[
                      group(one.constituency),
                      one.post,
                      one.organisation,
                      one.table === null ? "" : t`table ${number(one.table, locale)}`,
                      i18n._(INVITATION_STATES[one.state]),
                    ]
                      .filter(Boolean)
                      .join(" · ")}
                  </span>
                </span>
                {closed ? null : (
                  <span className="row gap-2">
                    {is ? (
                      <Button
                        className="small"
                        aria-label={t`More about ${say(one.name)}`}
                        onClick={() => setForm(one)}
                      >
                        <Trans>More</Trans>
                      </Button>
                    ) : null}
                    <Button
                      kind={is ? undefined : "primary"}
                      aria-pressed={is}
                      aria-label={is ? t`${say(one.name)} is not there` : t`${say(one.name)} is there`}
                      onClick={() => void mark({ invitation: one.id, presence: is ? "ABSENT" : "FULL" })}
                    >
                      {is ? <Trans>Take back</Trans> : <Trans>Is there</Trans>}
                    </Button>
                  </span>
                )}
              </li>
            );
          })}
          {guests.length === 0 ? (
            <li className="inlist sm muted">
              <Trans>
                Nobody of that name is on the list. Whoever comes without an invitation can be marked above.
              </Trans>
            </li>
          ) : null}
        </ul>
        {others.length > 0 ? (
          <section className="stackv gap-2" aria-label={t`Without an invitation`}>
            <h2>
              <Trans>Without an invitation</Trans>
            </h2>
            <ul className="list card nopad">
              {others.map((one, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows that only grow at the end
                <li key={at} className="inlist row wrap gap-2">
                  <b className="grow">{one.name || t`not named`}</b>
                  <span className="sm muted">{group(one.constituency)}</span>
                  <span className="num">{number(one.people, locale)}</span>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </div>
      {scanning ? (
        <Scan
          guests={list.guests}
          onFound={async (one) => {
            const was = here.get(one.id);
            const table = one.table === null ? "" : ` · ${t`table ${number(one.table, locale)}`}`;
            if (was && was.presence !== "ABSENT") return t`${say(one.name)} was marked already` + table;
            await mark({ invitation: one.id, presence: "FULL" });
            return t`${say(one.name)} is there` + table;
          }}
          onClose={() => setScanning(false)}
        />
      ) : null}
      {form ? (
        <MarkForm
          what={form}
          groups={list.groups}
          onClose={() => setForm(null)}
          onMark={(one) => {
            setForm(null);
            void mark(one);
          }}
        />
      ) : null}
    </Door>
  );
}

/** Somebody who came without an invitation, so many of a paper list, or more about somebody who is there. */
function MarkForm({
  what,
  groups,
  onClose,
  onMark,
}: {
  what: "person" | "paper" | Guest;
  groups: Kept["groups"];
  onClose: () => void;
  onMark: (mark: Omit<AttendanceInput, "id" | "at">) => void;
}) {
  const { t, i18n } = useLingui();
  const { say } = useLocale();
  const guest = typeof what === "string" ? null : what;
  const [name, setName] = useState("");
  const [group, setGroup] = useState(guest ? guest.constituency : "");
  const [sex, setSex] = useState<Sex>(guest ? guest.sex : "UNDISCLOSED");
  const [age, setAge] = useState<AgeBand>("UNKNOWN");
  const [disability, setDisability] = useState<YesNo>("UNKNOWN");
  const [indigenous, setIndigenous] = useState<YesNo>("UNKNOWN");
  const [presence, setPresence] = useState<Presence>("FULL");
  const [people, setPeople] = useState(what === "paper" ? "" : "1");
  const [wrong, setWrong] = useState<"group" | "people" | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const n = Number(people);
    if (!guest && group === "") return setWrong("group");
    if (!Number.isInteger(n) || n < 1 || n > 5000) return setWrong("people");
    const said = {
      disability: disability === "UNKNOWN" ? null : disability,
      indigenous: indigenous === "UNKNOWN" ? null : indigenous,
    };
    onMark(
      guest
        ? { invitation: guest.id, sex, age, presence, ...said }
        : {
            name: what === "paper" ? "" : name.slice(0, 200),
            constituency: group,
            sex,
            age,
            presence,
            people: n,
            ...said,
          },
    );
  };
  const choose = <Key extends string>(
    label: string,
    words: Record<Key, MessageDescriptor>,
    value: Key,
    set: (value: Key) => void,
  ) => (
    <Field label={label}>
      {(ids) => (
        <select className="input" {...ids} value={value} onChange={(event) => set(event.target.value as Key)}>
          {(Object.keys(words) as Key[]).map((one) => (
            <option key={one} value={one}>
              {i18n._(words[one])}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
  const title = guest
    ? t`More about ${say(guest.name)}`
    : what === "paper"
      ? t`From a paper list`
      : t`Somebody without an invitation`;
  return (
    <Modal title={title} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={submit} noValidate>
        {what === "paper" ? (
          <p>
            <Trans>So many people of one group who are alike: no names, only how many.</Trans>
          </p>
        ) : null}
        <div className="formgrid">
          {what === "person" ? (
            <TextField
              label={t`Name, where they give it`}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          ) : null}
          {what === "paper" ? (
            <TextField
              label={t`How many`}
              inputMode="numeric"
              value={people}
              error={wrong === "people" ? t`A number from 1 to 5,000.` : undefined}
              onChange={(event) => setPeople(event.target.value.replace(/\D/g, ""))}
            />
          ) : null}
          {guest ? null : (
            <Field label={t`Of which group`} error={wrong === "group" ? t`Choose one of them.` : undefined}>
              {(ids) => (
                <select
                  className="input"
                  {...ids}
                  value={group}
                  onChange={(event) => setGroup(event.target.value)}
                >
                  <option value="">{t`Choose a group`}</option>
                  {groups.map((one) => (
                    <option key={one.code} value={one.code}>
                      {say(one.label)}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          )}
          {guest ? choose(t`How far they are there`, PRESENCES, presence, setPresence) : null}
          {choose(t`Sex`, SEXES, sex, setSex)}
          {choose(t`Age`, AGES, age, setAge)}
          {choose(t`With a disability, as they say themselves`, YES_NO, disability, setDisability)}
          {choose(t`Indigenous, as they say themselves`, YES_NO, indigenous, setIndigenous)}
        </div>
        <p className="sm muted">
          <Trans>
            What is said of a disability or of being indigenous is shown as a total alone, to nobody by name.
          </Trans>
        </p>
        <div className="actions">
          <Button type="submit" kind="primary">
            <Trans>Mark</Trans>
          </Button>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </Modal>
  );
}
