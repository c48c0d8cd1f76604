import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { Editor } from "@tiptap/core";
import { Check, X } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import { moment, number } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { Button, Field } from "../../ui/kit";
import { nameOf } from "./people";
import { authorOf, decide, madeAt, type Suggestion, suggestionsOf } from "./suggest";

type Editors = { en: Editor | null; km: Editor | null };
type Found = Suggestion & { language: "en" | "km" };

/** What is suggested in the texts that are open, as it is now. */
function useSuggestions(editors: Editors): Found[] {
  const [found, setFound] = useState<Found[]>([]);
  const { en, km } = editors;
  useEffect(() => {
    let frame = 0;
    const look = () => {
      frame = 0;
      const of = (language: "en" | "km", editor: Editor | null) =>
        editor && !editor.isDestroyed
          ? suggestionsOf(editor.state.doc).map((one) => ({ ...one, language }))
          : [];
      const now = [...of("en", en), ...of("km", km)];
      setFound((old) => (JSON.stringify(old) === JSON.stringify(now) ? old : now));
    };
    const later = () => {
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    look();
    en?.on("update", later);
    km?.on("update", later);
    return () => {
      cancelAnimationFrame(frame);
      en?.off("update", later);
      km?.off("update", later);
    };
  }, [en, km]);
  return found;
}

/** The names of people by their plain ids, as far as whoever looks may know them. */
function useNames(people: string[]): Map<string, string> {
  const [names, setNames] = useState(new Map<string, string>());
  const ids = people.join(" ");
  useEffect(() => {
    for (const id of ids.split(" ").filter(Boolean)) {
      nameOf(`person:${id}`, (name) =>
        setNames((known) => (known.get(id) === name ? known : new Map(known).set(id, name))),
      );
    }
  }, [ids]);
  return names;
}

/** What is suggested: each with who, when and what; accepted or rejected one by one, by author, or all. */
export function Suggestions({ editors, writes }: { editors: Editors; writes: boolean }) {
  const { t } = useLingui();
  const { locale } = useLocale();
  const found = useSuggestions(editors);
  const authors = useMemo(() => [...new Set(found.map((one) => authorOf(one.name)))].sort(), [found]);
  const names = useNames(authors);
  const [author, setAuthor] = useState("");
  if (found.length === 0) return null;
  const chosen = authors.includes(author) ? author : "";
  const shown = found.filter((one) => chosen === "" || authorOf(one.name) === chosen);
  const called = (id: string) => names.get(id) || t`somebody`;
  const settle = (which: Found[], accept: boolean) => {
    for (const language of ["en", "km"] as const) {
      const editor = editors[language];
      const mine = new Set(which.filter((one) => one.language === language).map((one) => one.name));
      if (editor?.isEditable && mine.size > 0) editor.view.dispatch(decide(editor.state, mine, accept));
    }
  };
  const show = (one: Found) => {
    const editor = editors[one.language];
    const { node } = editor?.view.domAtPos(one.from) ?? {};
    (node instanceof Element ? node : node?.parentElement)?.scrollIntoView({
      block: "center",
      behavior: "smooth",
    });
  };
  return (
    <section className="stackv gap-3" aria-label={t`Suggestions`}>
      <h2 className="row between">
        <Trans>Suggestions</Trans>
        <small className="muted">
          <Plural value={found.length} one="1 open" other={`${number(found.length, locale)} open`} />
        </small>
      </h2>
      {writes && found.length > 1 ? (
        <div className="stackv gap-2">
          {authors.length > 1 ? (
            <Field label={t`By`}>
              {(ids) => (
                <select
                  className="input"
                  {...ids}
                  value={chosen}
                  onChange={(event) => setAuthor(event.target.value)}
                >
                  <option value="">{t`everybody`}</option>
                  {authors.map((id) => (
                    <option key={id} value={id}>
                      {called(id)}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          ) : null}
          <div className="row wrap">
            <Button className="small" onClick={() => settle(shown, true)}>
              <Trans>Accept all of these</Trans>
            </Button>
            <Button className="small" kind="quiet" onClick={() => settle(shown, false)}>
              <Trans>Reject all of these</Trans>
            </Button>
          </div>
        </div>
      ) : null}
      <ul className="stackv gap-2 suggestions">
        {shown.map((one) => (
          <li key={`${one.language} ${one.name}`} className="card">
            <button type="button" className="linkish" onClick={() => show(one)}>
              <b>{called(authorOf(one.name))}</b>{" "}
              <small className="muted">{moment(madeAt(one.name).toISOString(), locale)}</small>
            </button>
            <p lang={one.language} className="voice">
              {one.deleted ? <del>{one.deleted}</del> : null}{" "}
              {one.inserted ? <ins>{one.inserted}</ins> : null}
              {one.breaks > 0 ? (
                <small className="muted">
                  {" "}
                  ¶ <Plural value={one.breaks} one="1 break" other={`${number(one.breaks, locale)} breaks`} />
                </small>
              ) : null}
            </p>
            {writes ? (
              <div className="row">
                <Button className="small" onClick={() => settle([one], true)}>
                  <Check className="i" aria-hidden="true" />
                  <Trans>Accept</Trans>
                </Button>
                <Button className="small" kind="quiet" onClick={() => settle([one], false)}>
                  <X className="i" aria-hidden="true" />
                  <Trans>Reject</Trans>
                </Button>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
