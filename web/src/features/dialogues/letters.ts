import { make } from "../../app/client";
import { locale } from "../../i18n";
import { pick } from "../../i18n/text";

/** What the hub says of a file that it does not make. */
interface Refusal {
  violations?: { message: { en: string; km: string } }[];
}

/** Has letters set, and saves the file; why not, where there is none. */
export async function saveLetters(dialogue: string, of: string, broken: string): Promise<string | undefined> {
  let answer: Response;
  try {
    answer = await make(`/files/${dialogue}/letters?of=${encodeURIComponent(of)}`);
  } catch {
    return broken;
  }
  if (!answer.ok) {
    const said = (await answer.json().catch(() => ({}))) as Refusal;
    const first = said.violations?.[0];
    return first ? pick(first.message, locale()).text : broken;
  }
  const url = URL.createObjectURL(await answer.blob());
  const link = document.createElement("a");
  link.href = url;
  link.download = "letters.pdf";
  link.click();
  // The browser reads it once the click is over.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return undefined;
}
