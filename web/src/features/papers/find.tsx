import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { type Editor, Extension } from "@tiptap/core";
import {
  findNext,
  findPrev,
  getMatchHighlights,
  replaceAll,
  replaceNext,
  SearchQuery,
  search,
  setSearchState,
} from "prosemirror-search";
import { useEffect, useState } from "react";
import { number } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { Button, TextField } from "../../ui/kit";

/** Lets a text be searched. */
export const Search = Extension.create({ name: "search", addProseMirrorPlugins: () => [search()] });

/** Finds words in the text of one language, and puts others in their place. */
export function FindReplace({
  editor,
  writes,
  onClose,
}: {
  editor: Editor;
  writes: boolean;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const { locale } = useLocale();
  const [words, setWords] = useState("");
  const [others, setOthers] = useState("");
  const [found, setFound] = useState(0);
  useEffect(() => {
    const query = new SearchQuery({ search: words, replace: others, literal: true });
    editor.view.dispatch(setSearchState(editor.state.tr, query));
    const count = () => setFound(words === "" ? 0 : getMatchHighlights(editor.state).find().length);
    count();
    editor.on("update", count);
    return () => {
      editor.off("update", count);
    };
  }, [editor, words, others]);
  useEffect(
    () => () => {
      if (!editor.isDestroyed) {
        editor.view.dispatch(setSearchState(editor.state.tr, new SearchQuery({ search: "" })));
      }
    },
    [editor],
  );
  const run = (command: typeof findNext) => () => {
    command(editor.state, editor.view.dispatch);
    const { node } = editor.view.domAtPos(editor.state.selection.from);
    (node instanceof Element ? node : node.parentElement)?.scrollIntoView({ block: "nearest" });
  };
  return (
    <form
      className="findbar"
      aria-label={t`Find and replace`}
      onSubmit={(event) => {
        event.preventDefault();
        run(findNext)();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
    >
      <TextField label={t`Find`} value={words} autoFocus onChange={(event) => setWords(event.target.value)} />
      {writes ? (
        <TextField
          label={t`Replace with`}
          value={others}
          onChange={(event) => setOthers(event.target.value)}
        />
      ) : null}
      <div className="row wrap">
        <span className="sm muted" role="status">
          {words === "" ? null : (
            <Plural
              value={found}
              _0="Nothing is found."
              one="1 place"
              other={`${number(found, locale)} places`}
            />
          )}
        </span>
        <Button className="small" disabled={found === 0} onClick={run(findPrev)}>
          <Trans>Back</Trans>
        </Button>
        <Button className="small" type="submit" disabled={found === 0}>
          <Trans>Next</Trans>
        </Button>
        {writes ? (
          <>
            <Button className="small" disabled={found === 0} onClick={run(replaceNext)}>
              <Trans>Replace</Trans>
            </Button>
            <Button className="small" disabled={found === 0} onClick={run(replaceAll)}>
              <Trans>Replace all</Trans>
            </Button>
          </>
        ) : null}
        <Button className="small" kind="quiet" onClick={onClose}>
          <Trans>Close</Trans>
        </Button>
      </div>
    </form>
  );
}
