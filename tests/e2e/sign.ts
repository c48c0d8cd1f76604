import type { Page } from "@playwright/test";
import { clean, expect, type Hub, type Locale } from "./hub";
import { typeAfter } from "./paper";
import { says } from "./words";

/** A text in the names of its signatories, begun by Sreymom and settled by Dara. */
export async function settled(hub: Hub, locale: Locale, sreymom: Page, dara: Page): Promise<string> {
  const w = (english: string) => says(locale, english);
  await sreymom.goto(`${hub.url}/papers`);
  await sreymom.getByRole("button", { name: w("Begin a paper") }).click();
  await sreymom.getByLabel(w("Title in English"), { exact: true }).fill("A library in every school");
  await sreymom.getByLabel(w("Kind of text"), { exact: true }).selectOption("JOINT_STATEMENT");
  await sreymom.getByLabel(w("Issued in the name of"), { exact: true }).selectOption("SIGNATORIES");
  await sreymom.getByLabel(w("Written first in"), { exact: true }).selectOption("EN");
  await sreymom.getByRole("button", { name: w("Begin"), exact: true }).click();
  await expect(sreymom.getByText(w("Saved"), { exact: true })).toBeVisible();
  await sreymom.getByRole("button", { name: w("About"), exact: true }).click();
  await sreymom.getByLabel(w("Summary in English"), { exact: true }).fill("Post the budgets.");
  await sreymom
    .getByRole("dialog")
    .getByRole("button", { name: w("Save"), exact: true })
    .click();
  await expect(sreymom.getByRole("dialog")).toHaveCount(0);
  await typeAfter(sreymom, "Recommendations", "\nPost the budget within 30 days.");
  await expect(sreymom.getByText(w("Saved"), { exact: true })).toBeVisible();
  await sreymom.getByRole("button", { name: w("Open the consultation") }).click();
  await sreymom
    .getByRole("dialog")
    .getByRole("button", { name: w("Open the consultation") })
    .click();
  await expect(sreymom.getByRole("button", { name: w("Send to review") })).toBeVisible();
  await dara.goto(sreymom.url());
  await dara.getByRole("button", { name: w("Send to review") }).click();
  await dara.getByRole("dialog").getByLabel(w("Why"), { exact: true }).fill("All have answered.");
  await dara
    .getByRole("dialog")
    .getByRole("button", { name: w("Send to review") })
    .click();
  await approve(dara, locale);
  return sreymom.url();
}

export async function approve(dara: Page, locale: Locale) {
  const w = (english: string) => says(locale, english);
  await dara.getByRole("button", { name: w("Approve the final text") }).click();
  await dara.getByRole("dialog").getByRole("checkbox").check();
  await dara
    .getByRole("dialog")
    .getByRole("button", { name: w("Approve the final text") })
    .click();
}

export async function open(dara: Page, locale: Locale) {
  const w = (english: string) => says(locale, english);
  await dara.getByRole("button", { name: w("Open for signing") }).click();
  await dara.getByLabel(w("Organisations needed")).fill("1");
  await clean(dara);
  await dara
    .getByRole("dialog")
    .getByRole("button", { name: w("Open for signing") })
    .click();
  await expect(
    dara.getByRole("link", { name: new RegExp(w("Who signs: {0} of {1}").split("{0}")[0] ?? "") }),
  ).toBeVisible();
}

/** The link behind `path` in the newest mail to an address, as whoever runs the hub passes it on. */
export async function letter(outbox: Page, hub: Hub, to: string, path: string): Promise<string> {
  await outbox.goto(`${hub.url}/outbox`);
  const mail = outbox
    .locator("article.card")
    .filter({ hasText: to })
    .filter({ hasText: `${path}#` })
    .first();
  const body = await mail.locator(".mailbody").textContent();
  const link = body?.match(/http\S+#\S+/)?.[0];
  expect(link).toBeTruthy();
  return link ?? "";
}
