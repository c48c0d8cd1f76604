import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { Editor } from "@tiptap/core";
import { MessageSquare } from "lucide-react";
import { useEffect, useState } from "react";
import { number } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import type { CommentPartsFragment, PaperWordsQuery } from "./papers.gql";

/** The sections of a text: where one goes to them, how long they are, what is said of them. */
export function Outline({
  editor,
  language,
  comments,
  words,
  onPick,
}: {
  editor: Editor | null;
  language: "en" | "km";
  comments: CommentPartsFragment[];
  words: PaperWordsQuery["paper"] | null;
  onPick: (section: string) => void;
}) {
  const { t } = useLingui();
  const { locale } = useLocale();
  const [sections, setSections] = useState<{ section: string; text: string }[]>([]);
  useEffect(() => {
    if (!editor) return;
    let timer = 0;
    const draw = () => {
      const found: { section: string; text: string }[] = [];
      editor.state.doc.forEach((node) => {
        if (node.type.name === "heading" && node.attrs.section) {
          found.push({ section: node.attrs.section, text: node.textContent });
        }
      });
      setSections((old) => (JSON.stringify(old) === JSON.stringify(found) ? old : found));
    };
    const later = () => {
      clearTimeout(timer);
      timer = window.setTimeout(draw, 1000);
    };
    draw();
    editor.on("update", later);
    return () => {
      clearTimeout(timer);
      editor.off("update", later);
    };
  }, [editor]);
  return (
    <>
      <h2 className="xs muted">
        <Trans>Sections</Trans>
      </h2>
      <nav className="outline" aria-label={t`Outline`} lang={language}>
        {sections.map(({ section, text }, place) => {
          const said = comments.filter((comment) => comment.section === section).length;
          const counted = words?.sections.find(
            (one) => one.section === section && one.language === (language === "km" ? "KM" : "EN"),
          )?.words;
          return (
            <button key={section} type="button" onClick={() => onPick(section)}>
              <small>{number(place + 1, locale)}</small>
              <span>{text}</span>
              {said > 0 ? (
                <small>
                  <MessageSquare className="i" aria-hidden="true" />
                  <span aria-hidden="true">{number(said, locale)}</span>
                  <span className="vh">
                    <Plural
                      value={said}
                      one="1 open comment"
                      other={`${number(said, locale)} open comments`}
                    />
                  </span>
                </small>
              ) : (
                <small>{counted ? number(counted, locale) : ""}</small>
              )}
            </button>
          );
        })}
      </nav>
    </>
  );
}
