import { AxeBuilder } from "@axe-core/playwright";
import { browserFor, enterAs, expect, freePort, Hub, type Locale, type Size, test } from "./hub";
import { mailServer, provider, type Received, text } from "./peers";

const settings = (issuer: string) => `
[openid.fair]
name_en = "Fair Identity"
name_km = "អត្តសញ្ញាណ"
issuer = "${issuer}"
client_id = "sala"
client_secret = "a secret between two programs"
`;

for (const [locale, size] of [
  ["en", "desktop"],
  ["km", "phone"],
] as [Locale, Size][]) {
  test(`one links a provider and comes in through it (${locale}, ${size})`, async ({ browser }) => {
    const [own, theirs] = [await freePort(), await freePort()];
    const fair = await provider(theirs, `http://localhost:${own}`);
    const hub = await Hub.start("demo", { settings: settings(fair.issuer), port: own });
    try {
      const words =
        locale === "en"
          ? {
              button: "Continue with Fair Identity",
              link: "Link Fair Identity",
              refused: "not linked to anybody",
            }
          : { button: "បន្តជាមួយ អត្តសញ្ញាណ", link: "ភ្ជាប់ អត្តសញ្ញាណ", refused: "មិនទាន់ភ្ជាប់" };
      const context = await browserFor(browser, locale, size);
      const page = await context.newPage();
      const atProvider = async () => {
        await page.locator("input[name=login]").fill("bopha");
        await page.locator("input[name=password]").fill("whatever");
        await page.locator("button[type=submit]").click();
        await page.locator("button[type=submit]").click();
      };
      const accessible = async () => {
        const { violations } = await new AxeBuilder({ page })
          .withTags(["wcag2a", "wcag2aa", "wcag22aa"])
          .analyze();
        expect(violations.map((v) => `${v.id} ${v.nodes[0]?.html}`)).toEqual([]);
      };

      // Not linked: told so in one's language, and nobody is in.
      await page.goto(`${hub.url}/sign-in?to=%2Fmembers`);
      await page.getByRole("button", { name: words.button }).click();
      await atProvider();
      await expect(page.getByRole("alert")).toContainText(words.refused);
      await accessible();

      await enterAs(page, hub, locale === "en" ? "Keo Bopha" : "កែវ បុប្ផា");
      await page.goto(`${hub.url}/settings`);
      await page.getByRole("button", { name: words.link }).click();
      // The provider knows this browser by now and lets it through at once.
      await expect(page).toHaveURL(`${hub.url}/settings`);
      await expect(page.getByRole("button", { name: locale === "en" ? "Take off" : "ដកចេញ" })).toBeVisible();
      await accessible();

      const other = await browserFor(browser, locale, size);
      const fresh = await other.newPage();
      await fresh.goto(`${hub.url}/sign-in?to=%2Fmembers`);
      await fresh.getByRole("button", { name: words.button }).click();
      await fresh.locator("input[name=login]").fill("bopha");
      await fresh.locator("input[name=password]").fill("whatever");
      await fresh.locator("button[type=submit]").click();
      await fresh.locator("button[type=submit]").click();
      await expect(fresh).toHaveURL(`${hub.url}/members`);
      await expect(fresh.locator(".acting")).toContainText("TMYA");
      await context.close();
      await other.close();
    } finally {
      await hub.stop();
      await fair.stop();
    }
  });
}

test("an invitation travels by a real mail server and is answered at a provider", async ({ browser }) => {
  const [own, theirs, post] = [await freePort(), await freePort(), await freePort()];
  const fair = await provider(theirs, `http://localhost:${own}`);
  const mail = await mailServer(post, (address) => address.startsWith("gone@"));
  const hub = await Hub.start("demo", {
    settings: settings(fair.issuer),
    port: own,
    env: {
      SALA_SMTP_HOST: "127.0.0.1",
      SALA_SMTP_PORT: String(post),
      SALA_SMTP_SECURITY: "none",
      SALA_SMTP_FROM: "Sala <sala@ocn.example>",
    },
  });
  try {
    const context = await browserFor(browser, "en", "desktop");
    const page = await context.newPage();
    await enterAs(page, hub, "Sok Dara");
    const outbox = await context.newPage();
    await outbox.goto(`${hub.url}/outbox`);
    await expect(outbox.getByRole("heading", { level: 1 })).toHaveText("Mail outbox");
    const invite = async (name: string, address: string) => {
      await page.goto(`${hub.url}/members?q=TMYA`);
      await page.getByRole("link", { name: /Tonle Mekhala/ }).click();
      await page.getByRole("button", { name: "Add a person" }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel("Family name in Latin letters").fill("Mao");
      await dialog.getByLabel("Given name in Latin letters").fill(name);
      await dialog.getByLabel("E-mail address").fill(address);
      await dialog.getByRole("button", { name: "Add", exact: true }).click();
      await expect(dialog).toBeHidden();
    };
    await invite("Sina", "sina@tmya.example");
    // The demo's own letters to guests of a dialogue travel too.
    const ours = (all: readonly Received[]) => all.filter((one) => !one.to.endsWith("@guest.example"));
    await mail.until((all) => ours(all).length === 1);
    const [letter] = ours(mail.received);
    expect(letter?.to).toBe("sina@tmya.example");
    expect(letter?.source).toMatch(/^message-id: <[0-9a-f-]{36}@ocn\.example>\r?$/im);
    // The outbox page follows by itself.
    await expect(outbox.locator("article", { hasText: "sina@tmya.example" })).toContainText("sent");
    await invite("Gone", "gone@tmya.example");
    await expect(outbox.locator("article", { hasText: "gone@tmya.example" })).toContainText(
      "no such mailbox here",
    );

    const link = text(letter?.source ?? "").match(/http\S+\/welcome#\S+/)?.[0] ?? "";
    const other = await browserFor(browser, "en", "phone");
    const guest = await other.newPage();
    await guest.goto(link);
    await guest.getByRole("button", { name: "Continue with Fair Identity" }).click();
    await guest.locator("input[name=login]").fill("sina");
    await guest.locator("input[name=password]").fill("whatever");
    await guest.locator("button[type=submit]").click();
    await guest.locator("button[type=submit]").click();
    await expect(guest.getByRole("heading", { level: 2 })).toContainText("You hold no role yet");
    // Whoever did not do it must hear of it.
    await mail.until((all) => ours(all).length === 2);
    expect(text(ours(mail.received)[1]?.source ?? "")).toContain("អត្តសញ្ញាណ");
    await context.close();
    await other.close();
  } finally {
    await hub.stop();
    await mail.stop();
    await fair.stop();
  }
});

test("a new sign-in address is confirmed by its mail, on whatever device that is opened", async ({
  browser,
}) => {
  const hub = await Hub.start("demo");
  try {
    const context = await browserFor(browser, "km", "phone");
    const page = await context.newPage();
    await enterAs(page, hub, "កែវ បុប្ផា");
    await page.goto(`${hub.url}/settings`);
    await page.getByRole("button", { name: "ប្តូរអាសយដ្ឋាន" }).click();
    await page.getByLabel("អាសយដ្ឋានអ៊ីមែលថ្មី").fill("bopha@tmya.example");
    await page.getByRole("button", { name: "ផ្ញើតំណឱ្យខ្ញុំ" }).click();
    await expect(page.getByText("bopha@tmya.example")).toBeVisible();

    const operator = await browserFor(browser, "en", "desktop");
    const outbox = await operator.newPage();
    await enterAs(outbox, hub, "Sok Dara");
    await outbox.goto(`${hub.url}/outbox`);
    const letter = await outbox.locator("article", { hasText: "bopha@tmya.example" }).textContent();
    const link = letter?.match(/http\S+\/confirm#\S+/)?.[0] ?? "";
    const device = await browserFor(browser, "en", "phone");
    const mailbox = await device.newPage();
    await mailbox.goto(link);
    await mailbox.getByRole("button", { name: "Yes, use this address" }).click();
    await expect(mailbox.getByText("From now on you sign in with this address")).toBeVisible();
    // The page that asked for it follows by itself.
    await expect(page.locator("b", { hasText: "bopha@tmya.example" })).toBeVisible();
    await expect(outbox.locator("article", { hasText: "bopha@ocn.example" })).toBeVisible();
    for (const each of [context, operator, device]) await each.close();
  } finally {
    await hub.stop();
  }
});
