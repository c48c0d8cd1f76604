import type { Server } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

// The web app's packages hold the peers too; they are found from there, wherever this file lies.
const require = createRequire(join(process.cwd(), "package.json"));
const load = (name: string) => import(pathToFileURL(require.resolve(name)).href);

/** A real provider of OpenID Connect that knows whoever signs in there, by any password. */
export async function provider(
  port: number,
  hub: string,
): Promise<{ issuer: string; stop: () => Promise<void> }> {
  const { Provider } = await load("oidc-provider");
  const issuer = `http://localhost:${port}`;
  const server: Server = await new Promise((resolve) => {
    const oidc = new Provider(issuer, {
      clients: [
        {
          client_id: "sala",
          client_secret: "a secret between two programs",
          redirect_uris: [`${hub}/openid/fair/callback`],
        },
      ],
      claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
      conformIdTokenClaims: false,
      cookies: { keys: ["only for this test"] },
      findAccount: (_ctx: unknown, id: string) => ({
        accountId: id,
        claims: () => ({ sub: id, email: `${id}@ocn.example`, email_verified: true }),
      }),
    });
    const listening: Server = oidc.listen(port, "127.0.0.1", () => resolve(listening));
  });
  return {
    issuer,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** A mail as a mail server got it. */
export interface Received {
  to: string;
  source: string;
}

/** A real mail server; `refuse` says which recipients it does not take. */
export async function mailServer(port: number, refuse: (address: string) => boolean = () => false) {
  const { SMTPServer } = await load("smtp-server");
  const received: Received[] = [];
  let heard: (() => void) | undefined;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onRcptTo: ({ address }: { address: string }, _session: unknown, done: (error?: Error) => void) =>
      done(
        refuse(address) ? Object.assign(new Error("no such mailbox here"), { responseCode: 550 }) : undefined,
      ),
    onData: (
      stream: NodeJS.ReadableStream,
      session: { envelope: { rcptTo: { address: string }[] } },
      done: () => void,
    ) => {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        received.push({
          to: session.envelope.rcptTo[0]?.address ?? "",
          source: Buffer.concat(parts).toString("utf8"),
        });
        done();
        heard?.();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", () => resolve()));
  return {
    received,
    /** Waits until so many mails have come, or until they are as wanted. */
    until: async (wanted: number | ((all: readonly Received[]) => boolean)) => {
      const there = () => (typeof wanted === "number" ? received.length >= wanted : wanted(received));
      while (!there()) {
        await new Promise<void>((resolve) => {
          heard = resolve;
        });
      }
    },
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/** The text of a plain mail, whatever it was packed in. */
export function text(source: string): string {
  const [head = "", ...body] = source.split(/\r?\n\r?\n/);
  const packed = body.join("\n\n");
  const encoding = head.match(/content-transfer-encoding: *(\S+)/i)?.[1]?.toLowerCase();
  if (encoding === "base64") return Buffer.from(packed, "base64").toString("utf8");
  if (encoding !== "quoted-printable") return packed;
  const bytes = packed
    .replace(/=\r?\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

/** The calendar file of a mail, whatever it was packed in. */
export function calendarOf(source: string): string {
  const boundary = /boundary="?([^";\r\n]+)"?/i.exec(source)?.[1] ?? "";
  const part = source.split(`--${boundary}`).find((one) => /content-type: *text\/calendar/i.test(one));
  return text((part ?? "").replace(/^\r?\n/, ""));
}

/** What a calendar file asks of somebody, as ical.js reads it: a program of others. */
export interface Asked {
  method: string;
  uid: string;
  sequence: number;
  summary: string;
  location: string;
  status: string;
  organizer: string;
  attendee: string;
  start: number;
  end: number;
}

/** Reads calendar files, and answers them as a calendar program does (RFC 5546). */
export async function reader() {
  const { default: ICAL } = await load("ical.js");
  const parse = (file: string): Asked => {
    const calendar = new ICAL.Component(ICAL.parse(file));
    const entry = calendar.getFirstSubcomponent("vevent");
    const event = new ICAL.Event(entry);
    return {
      method: calendar.getFirstPropertyValue("method"),
      uid: event.uid,
      sequence: event.sequence,
      summary: event.summary,
      location: event.location,
      status: entry.getFirstPropertyValue("status"),
      organizer: event.organizer,
      attendee: event.attendees[0]?.getFirstValue(),
      start: event.startDate.toJSDate().getTime(),
      end: event.endDate.toJSDate().getTime(),
    };
  };
  const reply = (file: string, answer: "ACCEPTED" | "DECLINED" | "TENTATIVE"): string => {
    const calendar = new ICAL.Component(ICAL.parse(file));
    calendar.updatePropertyWithValue("method", "REPLY");
    calendar.updatePropertyWithValue("prodid", "-//Another program//EN");
    const attendee = calendar.getFirstSubcomponent("vevent").getFirstProperty("attendee");
    attendee.setParameter("partstat", answer);
    attendee.removeParameter("rsvp");
    return calendar.toString();
  };
  return { parse, reply };
}
