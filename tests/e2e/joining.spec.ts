import type { Page } from "@playwright/test";
import { browserFor, clean, enterAs, expect, Hub, type Locale, test } from "./hub";
import { letter } from "./sign";
import { says } from "./words";

const NAMES = {
  dara: { en: "Sok Dara", km: "សុខ ដារ៉ា" },
  samnang: { en: "Prak Samnang", km: "ប្រាក់ សំណាង" },
  sreymom: { en: "Chan Sreymom", km: "ចាន់ ស្រីមុំ" },
};

for (const locale of ["km", "en"] satisfies Locale[]) {
  test(`J1.1–J1.3 an organisation applies on a phone, is decided on and appears in the directory (${locale})`, async ({
    browser,
  }) => {
    const hub = await Hub.start("demo");
    const w = (english: string) => says(locale, english);
    const field = (page: Page, english: string) => page.getByLabel(w(english), { exact: true });
    const button = (page: Page, english: string) =>
      page.getByRole("button", { name: w(english), exact: true });
    try {
      const desk = await browserFor(browser, locale, "desktop");
      const dara = await desk.newPage();
      await enterAs(dara, hub, NAMES.dara[locale]);

      // She begins on her phone, without an account.
      const phone = await browserFor(browser, locale, "phone");
      const rattana = await phone.newPage();
      await rattana.goto(`${hub.url}/apply`);
      await field(rattana, "Name in Khmer").fill("សហគមន៍អ្នកប្រើប្រាស់ទឹកព្រៃស្វាយ");
      await field(rattana, "Family name in Khmer").fill("ហែម");
      await field(rattana, "Given name in Khmer").fill("រតនា");
      await clean(rattana);
      await button(rattana, "Begin the application").click();
      // Without an address it is refused, in her language, and what she typed is still there.
      await expect(rattana.getByRole("alert").first()).toBeVisible();
      await expect(field(rattana, "Given name in Khmer")).toHaveValue("រតនា");
      await field(rattana, "E-mail address").fill("rattana@water.example");
      await button(rattana, "Begin the application").click();
      await expect(rattana.getByRole("heading", { level: 1 })).toHaveText(w("Look into your mail"));

      await rattana.goto(await letter(dara, hub, "rattana@water.example", "/welcome"));
      await rattana.locator("input[type=password]").first().fill("three green rivers");
      await rattana.locator("button[type=submit]").click();
      await expect(rattana.locator(".acting")).toBeVisible();
      await rattana.getByRole("link", { name: w("Your application for membership") }).click();

      // J1.3: with one referee it stays a draft and says so.
      await expect(rattana.getByRole("heading", { level: 1 })).toHaveText(w("Application for membership"));
      await field(rattana, "Type").selectOption("farmer_water_user_community");
      await field(rattana, "Registration").selectOption("REGISTERED_OTHER");
      const place = field(rattana, "Headquarters");
      await place.fill("ព្រៃស្វាយ");
      const offered = rattana.locator("datalist option").first();
      await expect(offered).toBeAttached();
      await place.fill((await offered.getAttribute("value")) ?? "");
      await rattana.locator(".checks input[type=checkbox]").first().check();
      await field(rattana, "Why you want to join, in Khmer").fill("យើងចង់ធ្វើការជាមួយគ្នាលើទឹក។");
      const choose = (which: string, khmer: string, english: string) =>
        field(rattana, which).selectOption({ label: locale === "km" ? khmer : english });
      await choose("First referee", "សមាគមយុវជនទន្លេមេខលា", "Tonle Mekhala Youth Association");
      await button(rattana, "Hand in the application").click();
      await expect(rattana.getByText(locale === "km" ? "អង្គការសមាជិកពីរ" : "Name two member")).toBeVisible();
      await clean(rattana);
      // J1.1: with two it is handed in, and both get a link.
      await choose("Second referee", "គណៈកម្មការសហគមន៍ព្រៃឈើក្រវ៉ាញ", "Kravanh Community Forestry Committee");
      await button(rattana, "Hand in the application").click();
      await expect(rattana.locator("[aria-current=step]")).toHaveText(w("applied"));
      await clean(rattana);

      // The referees answer by their links, without accounts.
      for (const to of ["bopha@ocn.example", "samnang@ocn.example"]) {
        const referee = await browserFor(browser, locale, "phone");
        const page = await referee.newPage();
        const link = await letter(dara, hub, to, "/reference");
        await page.goto(link);
        await field(page, "We know it and recommend it").check();
        await field(page, "In your words").fill("យើងធ្វើការជាមួយគ្នា ៥ ឆ្នាំហើយ។");
        await field(page, "Your name and position").fill("អ្នកធានា");
        await clean(page);
        await button(page, "Send the answer").click();
        await expect(page.locator(".note")).toBeVisible();
        await page.goto("about:blank");
        await page.goto(link);
        await expect(page.getByRole("alert")).toBeVisible();
        await referee.close();
      }

      // J1.2: the secretariat reviews and recommends.
      await dara.goto(`${hub.url}/applications`);
      await clean(dara);
      await dara.getByRole("link", { name: /ព្រៃស្វាយ/ }).click();
      await button(dara, "Begin the review").click();
      const list = dara.locator(".checks input[type=checkbox]");
      await expect(list).toHaveCount(5);
      await button(dara, "Recommend to those who decide").click();
      await expect(dara.getByRole("alert").first()).toBeVisible();
      for (const item of await list.all()) await item.check();
      await button(dara, "Recommend to those who decide").click();
      await expect(dara.locator("[aria-current=step]")).toHaveText(w("recommended"));
      await clean(dara);

      // The committee consents; the count is on the coordinator's screen at once.
      await dara.getByRole("link", { name: w("See the decision") }).click();
      await expect(dara.locator(".thr b")).toHaveText(locale === "km" ? "០" : "0");
      const committee = await browserFor(browser, locale, "desktop");
      const samnang = await committee.newPage();
      await enterAs(samnang, hub, NAMES.samnang[locale]);
      await samnang
        .getByRole("link", { name: /ព្រៃស្វាយ/ })
        .first()
        .click();
      await clean(samnang);
      await field(samnang, "in favour").check();
      await button(samnang, "Cast the ballot").click();
      await expect(dara.locator(".thr b")).toHaveText(locale === "km" ? "១" : "1");
      await button(samnang, "Close: everyone has voted").click();
      await expect(samnang.locator(".pagehead .badge")).toHaveText(w("adopted"));
      await clean(samnang);

      // A member has the directory open; the signatory accepts; the new member appears there by itself.
      const member = await browserFor(browser, locale, "desktop");
      const sreymom = await member.newPage();
      await enterAs(sreymom, hub, NAMES.sreymom[locale]);
      await sreymom.goto(`${hub.url}/members?q=${encodeURIComponent("ព្រៃស្វាយ")}`);
      await expect(sreymom.locator(".empty-state")).toBeVisible();
      await rattana.goto(`${hub.url}/application`);
      await rattana.locator("section .checks input[type=checkbox]").check();
      await button(rattana, "Accept the code of conduct").click();
      await expect(sreymom.getByRole("link", { name: /ព្រៃស្វាយ/ })).toBeVisible();
      for (const context of [desk, phone, committee, member]) await context.close();
    } finally {
      await hub.stop();
    }
  });
}

for (const locale of ["km", "en"] satisfies Locale[]) {
  test(`J1.5 an unpaid fee lapses past grace and the representative sees why, live (${locale})`, async ({
    browser,
  }) => {
    const hub = await Hub.start("demo");
    const w = (english: string) => says(locale, english);
    try {
      const phone = await browserFor(browser, locale, "phone");
      const bopha = await phone.newPage();
      await enterAs(bopha, hub, locale === "km" ? "កែវ បុប្ផា" : "Keo Bopha");
      await bopha.goto(`${hub.url}/members?q=TMYA`);
      await bopha.locator(".tbl a").first().click();
      await expect(bopha.locator("dl.kv").first()).toBeVisible();

      const desk = await browserFor(browser, locale, "desktop");
      const dara = await desk.newPage();
      await enterAs(dara, hub, NAMES.dara[locale]);
      await dara.goto(`${hub.url}/members?q=TMYA`);
      await dara.locator(".tbl a").first().click();
      await dara.getByRole("button", { name: w("Record the fee") }).click();
      const dialog = dara.getByRole("dialog");
      await dialog.getByLabel(w("Year")).fill("1000");
      await dialog.getByLabel(w("Fee"), { exact: true }).selectOption("DUE");
      await dialog.getByRole("button", { name: w("Save") }).click();
      await expect(dialog.getByRole("alert")).toBeVisible();
      await dialog.getByLabel(w("Year")).fill("2025");
      await dialog.getByRole("button", { name: w("Save") }).click();
      await expect(dialog).toBeHidden();
      // The hub lapses it by itself; she is told why without asking.
      await expect(bopha.locator('.note[data-tone="warn"]')).toContainText(locale === "km" ? "២០២៥" : "2025");
      await clean(bopha);
      await dara.getByRole("button", { name: w("Record the fee") }).click();
      await dialog.getByLabel(w("Fee"), { exact: true }).selectOption("PAID");
      await dialog.getByRole("button", { name: w("Save") }).click();
      await expect(bopha.locator('.note[data-tone="warn"]')).toHaveCount(0);
      await clean(dara);
      await phone.close();
      await desk.close();
    } finally {
      await hub.stop();
    }
  });
}
