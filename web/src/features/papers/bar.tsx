import { Trans, useLingui } from "@lingui/react/macro";
import { CloudAlert, CloudCheck, CloudOff, CloudUpload, Download, PenLine } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useLocale } from "../../i18n/text";
import { Button, Note } from "../../ui/kit";
import { hue, nameOf } from "./people";
import type { Session } from "./session";

/** The paper as a file. */
export function Downloads({ paper }: { paper: string }) {
  const { t } = useLingui();
  const { locale } = useLocale();
  const at = (name: string) => `/files/${paper}/paper/${name}?lang=${locale}`;
  const files = [
    ["text.pdf", t`PDF`],
    ["text.docx", t`Word, with comments and suggestions`],
    ["text.html", t`Web page`],
    ["text.md", t`Markdown`],
    ["matrix.csv", t`Comment-response matrix (table)`],
  ] as const;
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger className="btn small quiet">
        <Download className="i" aria-hidden="true" />
        <Trans>Download</Trans>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={6}>
          {files.map(([name, label]) => (
            <DropdownMenu.Item key={name} asChild>
              <a href={at(name)} target={name === "text.html" ? "_blank" : undefined} rel="noopener">
                {label}
              </a>
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

/** Whether what is written here is kept: always visible. */
export function SaveState({ session, writes }: { session: Session; writes: boolean }) {
  const state = useSyncExternalStore(session.subscribe, session.state);
  if (state.line !== "open") {
    return (
      <span className="sync" data-s="offline" role="status">
        {state.saved ? (
          <CloudOff className="i" aria-hidden="true" />
        ) : (
          <CloudAlert className="i" aria-hidden="true" />
        )}
        {state.line === "connecting" ? (
          <Trans>Connecting…</Trans>
        ) : state.saved ? (
          <Trans>No line</Trans>
        ) : (
          <Trans>No line; kept on this device</Trans>
        )}
      </span>
    );
  }
  if (!writes) {
    return (
      <span className="sync" role="status">
        <CloudCheck className="i" aria-hidden="true" />
        <Trans>Live</Trans>
      </span>
    );
  }
  return (
    <span className="sync" data-s={state.saved ? "saved" : "saving"} role="status">
      {state.saved ? (
        <CloudCheck className="i" aria-hidden="true" />
      ) : (
        <CloudUpload className="i" aria-hidden="true" />
      )}
      {state.saved ? <Trans>Saved</Trans> : <Trans>Saving…</Trans>}
    </span>
  );
}

/** Who else is here. */
export function Present({ session, me }: { session: Session; me: string }) {
  const { t } = useLingui();
  const [people, setPeople] = useState<string[]>([]);
  const [, named] = useState(0);
  useEffect(() => {
    const { awareness } = session.provider;
    const look = () => {
      const found = new Set<string>();
      for (const [, state] of awareness.getStates()) {
        const person = (state as { user?: { person?: string } }).user?.person;
        if (person && person !== me) found.add(person);
      }
      setPeople([...found].sort());
      for (const person of found) nameOf(person, () => named((n) => n + 1));
    };
    look();
    awareness.on("change", look);
    return () => awareness.off("change", look);
  }, [session, me]);
  if (people.length === 0) return null;
  const names = people.map((person) => {
    let known = "";
    nameOf(person, (name) => {
      known = name;
    });
    return known || t`somebody`;
  });
  return (
    <span className="pstack" role="img" aria-label={t`Here now: ${names.join(", ")}`}>
      {people.slice(0, 5).map((person, place) => (
        <span
          key={person}
          style={{ background: `var(--t${hue(person)})`, color: `var(--t${hue(person)}-ink)` }}
          title={names[place]}
        >
          <span aria-hidden="true">{[...(names[place] ?? "")].slice(0, 2).join("")}</span>
        </span>
      ))}
      {people.length > 5 ? <span className="more">{`+${people.length - 5}`}</span> : null}
    </span>
  );
}

/** Why the line is closed for good, and what to do. */
export function Ended({
  session,
  again,
  onAgain,
}: {
  session: Session;
  again: () => void;
  onAgain: () => void;
}) {
  const { over } = useSyncExternalStore(session.subscribe, session.state);
  const done = useRef(false);
  useEffect(() => {
    if (over === "signed-out") location.assign("/sign-in");
    // One's rights have changed, or the paper has moved on: look at it anew.
    if ((over === "changed" || over === "gone") && !done.current) {
      done.current = true;
      again();
      if (over === "changed") onAgain();
    }
  }, [over, again, onAgain]);
  if (over !== "refused") return null;
  return (
    <Note tone="danger">
      <p>
        <Trans>
          The hub did not take the last change: something in it has no place in a paper, or it was too much at
          once. What you have written is still on this device.
        </Trans>
      </p>
      <Button onClick={onAgain}>
        <PenLine className="i" aria-hidden="true" />
        <Trans>Try again</Trans>
      </Button>
    </Note>
  );
}
