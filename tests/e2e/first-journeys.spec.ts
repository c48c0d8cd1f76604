import { AxeBuilder } from "@axe-core/playwright";
import { browserFor, enterAs, expect, Hub, type Locale, type Size, test } from "./hub";

const BOTH: Locale[] = ["en", "km"];
const SIZES: Size[] = ["desktop", "phone"];
const NAMES = { dara: { en: "Sok Dara", km: "សុខ ដារ៉ា" }, bopha: { en: "Keo Bopha", km: "កែវ បុប្ផា" } };

for (const locale of BOTH) {
  for (const size of SIZES) {
    test(`every route is free of accessibility faults and no wider than the screen (${locale}, ${size})`, async ({
      browser,
      demo,
    }) => {
      const context = await browserFor(browser, locale, size);
      const page = await context.newPage();
      const faults: string[] = [];
      const look = async (where: string) => {
        const { violations } = await new AxeBuilder({ page })
          .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
          .analyze();
        for (const fault of violations) faults.push(`${where}: ${fault.id} ${fault.nodes[0]?.html}`);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (over > 0) faults.push(`${where}: ${over} px wider than the screen`);
      };
      await page.goto(`${demo.url}/sign-in`);
      await expect(page.locator(".face").first()).toBeVisible();
      await look("/sign-in");
      for (const path of [
        "/forgot",
        "/welcome#x",
        "/confirm#x",
        "/set-up#x",
        "/apply",
        "/claim",
        "/reference#x",
        "/nowhere",
      ]) {
        await page.goto(demo.url + path);
        await expect(page.locator("h1")).toBeVisible();
        await look(path);
      }
      await enterAs(page, demo, NAMES.dara[locale]);
      for (const path of [
        "/",
        "/members",
        "/members?view=map",
        "/members?view=table",
        "/people",
        "/decisions",
        "/applications",
        "/application",
        "/groups",
        "/duties",
        "/coverage",
        "/evidence",
        "/evidence/desk",
        "/campaigns",
        "/papers",
        "/imports",
        "/lists",
        "/settings",
        "/network",
        "/outbox",
      ]) {
        await page.goto(demo.url + path);
        await expect(page.locator("main h1")).toBeVisible();
        await expect(page.locator(".skel")).toHaveCount(0);
        await look(path);
      }
      await page.goto(`${demo.url}/members`);
      await page.locator(".tbl a").first().click();
      await expect(page.locator("dl.kv")).toBeVisible();
      await look("/organisations/…");
      await page.locator(".pagehead .btn.primary").click();
      await expect(page.getByRole("dialog")).toBeVisible();
      await look("edit dialog");
      await page.keyboard.press("Escape");
      await page.goto(`${demo.url}/people`);
      await page.locator(".tbl a").first().click();
      await expect(page.locator("dl.kv")).toBeVisible();
      await look("/people/…");
      expect(faults).toEqual([]);
      await context.close();
    });
  }
}

test("a change made in one browser appears in another, without reload", async ({ browser, demo }) => {
  const [one, two] = [await browserFor(browser, "en", "desktop"), await browserFor(browser, "km", "phone")];
  const [coordinator, member] = [await one.newPage(), await two.newPage()];
  await enterAs(coordinator, demo, "Sok Dara");
  await coordinator.goto(`${demo.url}/members?q=TMYA`);
  await coordinator.getByRole("link", { name: /Tonle Mekhala/ }).click();
  await expect(coordinator.getByRole("heading", { level: 1 })).toContainText(
    "Tonle Mekhala Youth Association",
  );
  await enterAs(member, demo, "កែវ បុប្ផា");
  await member.goto(`${demo.url}/members?q=TMYA`);
  await member.getByRole("link", { name: /សមាគមយុវជន/ }).click();
  await member.getByRole("button", { name: "កែព័ត៌មានអង្គការ" }).click();
  const dialog = member.getByRole("dialog");
  await dialog.getByLabel("ទូរស័ព្ទ").fill("092 111 222");
  await dialog.getByRole("button", { name: "រក្សាទុក" }).click();
  await expect(dialog).toBeHidden();
  await expect(coordinator.locator("dl.kv")).toContainText("092 111 222");
  await one.close();
  await two.close();
});

test("the language changes at once and nothing reloads", async ({ browser, demo }) => {
  const context = await browserFor(browser, "en", "desktop");
  const page = await context.newPage();
  await enterAs(page, demo, "Keo Bopha");
  await page.goto(`${demo.url}/members`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Members");
  await page.evaluate(() => Object.assign(window, { stillHere: true }));
  await page.getByRole("button", { name: "ខ្មែរ" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("សមាជិក");
  await expect(page.locator("html")).toHaveAttribute("lang", "km");
  await expect(page.locator(".lead")).toContainText("៨");
  expect(await page.evaluate(() => "stillHere" in window)).toBe(true);
  await context.close();
});

test("J1.4 a hidden group is on the coordinator's screen and on nobody else's", async ({ browser, demo }) => {
  const look = async (name: string) => {
    const context = await browserFor(browser, "en", "desktop");
    const page = await context.newPage();
    await enterAs(page, demo, name);
    await page.goto(`${demo.url}/members?q=Chi%20Kraeng`);
    await expect(page.locator(".tbl, .empty-state").first()).toBeVisible();
    const found = await page.getByText("Chi Kraeng Women's Savings Group").count();
    await context.close();
    return found;
  };
  expect(await look("Sok Dara")).toBeGreaterThan(0);
  expect(await look("Lim Kunthea")).toBe(0);
  expect(await look("Chan Sreymom")).toBe(0);
});

test("list, table and map show the same numbers, and a view can be sent to a colleague", async ({
  browser,
  demo,
}) => {
  const context = await browserFor(browser, "en", "desktop");
  const page = await context.newPage();
  await enterAs(page, demo, "Keo Bopha");
  await page.goto(`${demo.url}/members`);
  await page.getByRole("button", { name: "Battambang: 3" }).click();
  await expect(page).toHaveURL(/province=/);
  await expect(page.locator(".tbl tbody tr")).toHaveCount(3);
  const address = page.url();
  await page.goto(`${demo.url}/`);
  await page.goto(address);
  await expect(page.locator(".tbl tbody tr")).toHaveCount(3);
  await page.goto(`${demo.url}/members?view=map`);
  await expect(page.getByRole("row", { name: "Battambang 3" })).toBeVisible();
  await context.close();
});

test("the whole directory works by keyboard, and the palette finds a member", async ({ browser, demo }) => {
  const context = await browserFor(browser, "en", "desktop");
  const page = await context.newPage();
  await enterAs(page, demo, "Sok Dara");
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("Khmer Budget");
  await expect(page.getByRole("option", { name: /Khmer Budget Lens/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Khmer Budget Lens");
  await context.close();
});

test("a representative sends a logo from her phone, and a colleague elsewhere sees it", async ({
  browser,
  demo,
}) => {
  const phone = await browserFor(browser, "km", "phone");
  const page = await phone.newPage();
  await enterAs(page, demo, "កែវ បុប្ផា");
  await page.goto(`${demo.url}/members?q=TMYA`);
  await page.getByRole("link", { name: /សមាគមយុវជនទន្លេមេខលា/ }).click();
  await page.getByRole("button", { name: "កែព័ត៌មានអង្គការ" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("ឡូហ្គោ", { exact: true }).setInputFiles({
    name: "notes.txt",
    mimeType: "image/png",
    buffer: Buffer.from("this is no picture"),
  });
  await expect(dialog.getByRole("alert")).toContainText("រូបភាព");
  await dialog.getByLabel("ឡូហ្គោ", { exact: true }).setInputFiles({
    name: "logo.png",
    mimeType: "image/png",
    // A purple square, 1 × 1.
    buffer: Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPj/HwADBwIAMCbHYQAAAABJRU5ErkJggg==",
      "base64",
    ),
  });
  await expect(dialog.locator("img.logo")).toBeVisible();
  await phone.close();

  const desktop = await browserFor(browser, "en", "desktop");
  const other = await desktop.newPage();
  await enterAs(other, demo, "Sok Dara");
  await other.goto(`${demo.url}/members?q=TMYA`);
  const logo = other.locator(".tbl img.logo");
  await expect(logo).toBeVisible();
  await expect.poll(() => logo.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1);
  await desktop.close();
});

test("an empty hub is set up, and somebody invited comes in", async ({ browser }) => {
  const hub = await Hub.start("serve");
  try {
    const link = hub.said().match(/http\S+\/set-up#\S+/)?.[0];
    expect(link).toBeTruthy();
    const context = await browserFor(browser, "en", "phone");
    const page = await context.newPage();
    await page.goto(link ?? "");
    await page.getByLabel("Name in English").fill("River Network");
    await page.getByLabel("Acronym").fill("RN");
    await page.getByLabel("Family name in Latin letters").fill("Chea");
    await page.getByLabel("Given name in Latin letters").fill("Sophea");
    await page.getByLabel("E-mail address").fill("sophea@river.example");
    await page.getByLabel("Password").fill("short");
    await page.getByRole("button", { name: "Set up the hub" }).click();
    await expect(page.getByText("A password has at least 10 characters.")).toBeVisible();
    await page.getByLabel("Password").fill("three green rivers");
    await page.getByRole("button", { name: "Set up the hub" }).click();
    await expect(page.locator(".acting")).toBeVisible();

    await page.goto(`${hub.url}/members`);
    await page.getByRole("button", { name: "Add an organisation" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Name in Khmer").fill("អង្គការទន្លេ");
    await dialog.getByLabel("Acronym").fill("AT");
    await dialog.getByRole("button", { name: "Add to the network" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("អង្គការទន្លេ");
    await page.getByRole("button", { name: "Add a person" }).click();
    await dialog.getByLabel("Family name in Khmer").fill("ទេព");
    await dialog.getByLabel("Given name in Khmer").fill("ម៉ាលីស");
    await dialog.getByLabel("E-mail address").fill("malis@river.example");
    await dialog.getByRole("button", { name: "Add", exact: true }).click();
    await expect(page.locator(".tbl")).toContainText("invited");

    // Without a mail server the letter waits where whoever runs the hub can read it.
    await page.goto(`${hub.url}/outbox`);
    const letter = await page.locator(".mailbody").first().textContent();
    const welcome = letter?.match(/http\S+\/welcome#\S+/)?.[0];
    expect(welcome).toBeTruthy();

    const other = await browserFor(browser, "km", "phone");
    const guest = await other.newPage();
    await guest.goto(welcome ?? "");
    await guest.getByLabel("ពាក្យសម្ងាត់ថ្មី").fill("ទន្លេបីពណ៌បៃតង");
    await guest.getByRole("button", { name: "រក្សាទុក រួចចូល" }).click();
    await expect(guest.getByRole("heading", { level: 2 })).toContainText("អ្នកមិនទាន់មានតួនាទី");

    // The link is used up.
    await guest.goto("about:blank");
    await guest.goto(welcome ?? "");
    await guest.getByLabel("ពាក្យសម្ងាត់ថ្មី").fill("ទន្លេបីពណ៌បៃតង");
    await guest.getByRole("button", { name: "រក្សាទុក រួចចូល" }).click();
    await expect(guest.getByRole("alert")).toContainText("តំណនេះត្រូវបានប្រើ");
    await context.close();
    await other.close();
  } finally {
    await hub.stop();
  }
});

test("signing out elsewhere ends this browser's session at once", async ({ browser, demo }) => {
  const [one, two] = [await browserFor(browser, "en", "desktop"), await browserFor(browser, "en", "desktop")];
  const [here, there] = [await one.newPage(), await two.newPage()];
  await enterAs(there, demo, "Phal Chenda");
  await expect(there.locator(".tl li").first()).toBeVisible();
  await enterAs(here, demo, "Phal Chenda");
  await here.goto(`${demo.url}/settings`);
  await here
    .locator("li", { hasNotText: "this one" })
    .getByRole("button", { name: "Sign out" })
    .first()
    .click();
  await expect(there).toHaveURL(/sign-in/);
  await one.close();
  await two.close();
});

test("the shell opens without a line and says so", async ({ browser, demo }) => {
  const context = await browserFor(browser, "en", "phone");
  const page = await context.newPage();
  await enterAs(page, demo, "Keo Bopha");
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.reload();
  await expect(page.locator(".acting")).toBeVisible();
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The hub cannot be reached");
  await context.setOffline(false);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.locator(".acting")).toBeVisible();
  await context.close();
});
