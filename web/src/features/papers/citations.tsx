import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { type Editor, mergeAttributes, Node } from "@tiptap/core";
import { useQuery } from "urql";
import { digits, number } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { CitedDocumentsDocument } from "./papers.gql";

/** A citation as it stands in the text: of which document, where in it, with which words. */
export interface Cited {
  document: string;
  page: string;
  quote: string;
}

/**
 * A citation of a document of the library. The text holds its id alone: whoever reads it is told its title if they may
 * know the document, and nothing else.
 */
export const Citation = Node.create({
  name: "citation",
  group: "inline",
  inline: true,
  atom: true,
  selectable: true,
  addAttributes() {
    const plain = (name: string) => ({
      default: "",
      parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name}`) ?? "",
      renderHTML: (attributes: Record<string, unknown>) =>
        attributes[name] ? { [`data-${name}`]: String(attributes[name]) } : {},
    });
    return { document: plain("document"), page: plain("page"), quote: plain("quote") };
  },
  parseHTML: () => [{ tag: "sup[data-document]" }],
  renderHTML: ({ HTMLAttributes }) => ["sup", mergeAttributes(HTMLAttributes, { class: "cite" })],
});

/** The citations of a text, in order. */
export function citationsOf(editor: Editor): Cited[] {
  const found: Cited[] = [];
  editor.state.doc.descendants((node) => {
    if (node.type.name === "citation") found.push(node.attrs as Cited);
  });
  return found;
}

/** What a text cites, in order, as far as whoever reads may know it. */
export function References({ cited, language }: { cited: Cited[]; language: "en" | "km" }) {
  const { t } = useLingui();
  const { locale, say } = useLocale();
  const ids = [...new Set(cited.map((one) => one.document))].slice(0, 100);
  const [{ data }] = useQuery({ query: CitedDocumentsDocument, variables: { ids }, pause: ids.length === 0 });
  if (cited.length === 0) return null;
  const known = new Map(
    (data?.nodes ?? []).flatMap((node) =>
      node && "title" in node && node.id ? [[node.id, node] as const] : [],
    ),
  );
  return (
    <section
      className="references"
      aria-label={language === "km" ? t`What the Khmer text cites` : t`What the English text cites`}
    >
      <h2 className="xs muted">
        <Trans>References</Trans>
      </h2>
      <ol>
        {cited.map((one, place) => {
          const document = known.get(one.document);
          const key = `${one.document} ${place}`;
          return (
            <li key={key}>
              <span className="num">{number(place + 1, locale)}.</span>{" "}
              {document ? (
                <>
                  {document.authors?.length ? `${document.authors.join(", ")}. ` : ""}
                  <Link to="/evidence/$id" params={{ id: one.document }}>
                    {say(document.title)}
                  </Link>
                  {document.publisher ? `. ${document.publisher}` : ""}
                  {document.publishedOn ? `, ${digits(document.publishedOn.slice(0, 4), locale)}` : ""}
                  {document.state === "WITHDRAWN" ? (
                    <b>
                      {" "}
                      <Trans>(withdrawn)</Trans>
                    </b>
                  ) : null}
                </>
              ) : (
                <span className="muted">
                  <Trans>A document that is not for you</Trans>
                </span>
              )}
              {one.page ? `, ${digits(one.page, locale)}` : ""}
              {one.quote ? <q> {one.quote}</q> : null}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
