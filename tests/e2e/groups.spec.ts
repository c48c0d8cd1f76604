import { browserFor, clean, enterAs, expect, Hub, type Locale, test } from "./hub";
import { says } from "./words";

const NAMES = {
  dara: { en: "Sok Dara", km: "សុខ ដារ៉ា" },
  samnang: { en: "Prak Samnang", km: "ប្រាក់ សំណាង" },
  sreymom: { en: "Chan Sreymom", km: "ចាន់ ស្រីមុំ" },
  bopha: { en: "Keo Bopha", km: "កែវ បុប្ផា" },
};

for (const locale of ["km", "en"] satisfies Locale[]) {
  test(`§3.4 a working group is proposed, approved, joined from a phone, meets, decides and is in the calendar (${locale})`, async ({
    browser,
  }) => {
    const hub = await Hub.start("demo");
    const w = (english: string) => says(locale, english);
    try {
      const desk = await browserFor(browser, locale, "desktop");
      const dara = await desk.newPage();
      await enterAs(dara, hub, NAMES.dara[locale]);
      await dara.getByRole("link", { name: w("Working groups") }).click();
      await expect(dara.getByRole("heading", { level: 1 })).toHaveText(w("Working groups"));
      await clean(dara);

      // Without terms of reference the committee cannot approve; nothing typed is lost on a refusal.
      await dara.getByRole("button", { name: w("Propose a group") }).click();
      await dara.getByLabel(w("Name in Khmer"), { exact: true }).fill("ក្រុមសិទ្ធិទទួលព័ត៌មាន");
      await dara.getByLabel(w("Joining"), { exact: true }).selectOption("OPEN");
      await dara.getByRole("button", { name: w("Propose"), exact: true }).click();
      await expect(dara.getByRole("alert").first()).toBeVisible();
      await expect(dara.getByLabel(w("Name in Khmer"), { exact: true })).toHaveValue("ក្រុមសិទ្ធិទទួលព័ត៌មាន");
      await dara.getByLabel(w("Terms of reference in Khmer"), { exact: true }).fill("តាមដានការផ្តល់ព័ត៌មានរបស់ឃុំ។");
      await dara
        .getByLabel(w("Organisation"), { exact: true })
        .selectOption({ label: locale === "km" ? "កែវយឺតថវិកាខ្មែរ" : "Khmer Budget Lens" });
      await dara.getByLabel(w("Person"), { exact: true }).selectOption({ label: NAMES.sreymom[locale] });
      await clean(dara);
      await dara.getByRole("button", { name: w("Propose"), exact: true }).click();
      await expect(dara.getByRole("heading", { level: 1 })).toHaveText("ក្រុមសិទ្ធិទទួលព័ត៌មាន");
      await expect(dara.getByText(w("proposed"), { exact: true })).toBeVisible();
      const address = new URL(dara.url()).pathname;

      const chair = await browserFor(browser, locale, "desktop");
      const samnang = await chair.newPage();
      await enterAs(samnang, hub, NAMES.samnang[locale]);
      await samnang.goto(hub.url + address);
      await samnang.getByRole("button", { name: w("Approve the group") }).click();
      await expect(samnang.getByText(w("at work"), { exact: true })).toBeVisible();
      // The coordinator, who still has the page open, sees it come to work.
      await expect(dara.getByText(w("at work"), { exact: true })).toBeVisible();

      // A member's representative sends herself, on her phone.
      const phone = await browserFor(browser, locale, "phone");
      const bopha = await phone.newPage();
      await enterAs(bopha, hub, NAMES.bopha[locale]);
      await bopha.goto(hub.url + address);
      await bopha.getByRole("button", { name: w("Send somebody of ours") }).click();
      await bopha.getByLabel(w("Organisation"), { exact: true }).selectOption({ index: 1 });
      await bopha.getByLabel(w("Person"), { exact: true }).selectOption({ label: NAMES.bopha[locale] });
      await clean(bopha);
      await bopha.getByRole("button", { name: w("Send"), exact: true }).click();
      await expect(bopha.getByRole("link", { name: NAMES.bopha[locale] })).toBeVisible();
      await clean(bopha);

      // The convenor plans a meeting that has just begun; Bopha, who looks at the group, sees it appear.
      const lead = await browserFor(browser, locale, "desktop");
      const sreymom = await lead.newPage();
      await enterAs(sreymom, hub, NAMES.sreymom[locale]);
      await sreymom.goto(hub.url + address);
      await sreymom.getByRole("button", { name: w("Plan a meeting") }).click();
      const clock = (minutes: number) =>
        new Date(Date.now() + (7 * 60 + minutes) * 60_000).toISOString().slice(0, 16);
      await sreymom.getByLabel(w("Title in Khmer"), { exact: true }).fill("ប្រជុំលើកទីមួយ");
      await sreymom.getByLabel(w("Begins (time in Phnom Penh)"), { exact: true }).fill(clock(-5));
      await sreymom.getByLabel(w("Ends"), { exact: true }).fill(clock(-10));
      await sreymom.getByRole("button", { name: w("Plan it") }).click();
      await expect(sreymom.getByRole("alert").first()).toBeVisible();
      await sreymom.getByLabel(w("Ends"), { exact: true }).fill(clock(90));
      await clean(sreymom);
      await sreymom.getByRole("button", { name: w("Plan it") }).click();
      await expect(sreymom.getByRole("heading", { level: 1 })).toHaveText("ប្រជុំលើកទីមួយ");
      await bopha.getByRole("link", { name: "ប្រជុំលើកទីមួយ" }).click();
      await bopha.getByRole("button", { name: w("Write the minutes") }).click();
      await bopha.getByLabel(w("Minutes in Khmer"), { exact: true }).fill("បានព្រមព្រៀងលើសំណួរបី។");
      await clean(bopha);
      await bopha.getByRole("button", { name: w("Save the minutes") }).click();
      await expect(bopha.getByText("បានព្រមព្រៀងលើសំណួរបី។")).toBeVisible();
      // What she wrote is there for the convenor, who approves exactly that.
      await expect(sreymom.getByText("បានព្រមព្រៀងលើសំណួរបី។")).toBeVisible();
      await sreymom.getByRole("button", { name: w("Approve the minutes") }).click();
      await expect(sreymom.getByText(w("minutes approved"), { exact: true })).toBeVisible();
      await expect(bopha.getByRole("button", { name: w("Change the minutes") })).toHaveCount(0);

      // The group decides as organisations.
      await sreymom.getByRole("button", { name: w("Put a question to the group") }).click();
      await sreymom.getByLabel(w("Question in Khmer"), { exact: true }).fill("ប្រជុំម្តងទៀតសប្តាហ៍ក្រោយ?");
      await clean(sreymom);
      await sreymom.getByRole("button", { name: w("Open the vote") }).click();
      await expect(sreymom.getByText(w("the organisations of the working group"))).toBeVisible();
      await bopha.getByRole("link", { name: /ប្រជុំម្តងទៀត/ }).click();
      await clean(bopha);
      await expect(bopha.getByRole("button", { name: w("Cast the ballot") })).toBeVisible();

      // Her phone's calendar reads it all from a private address.
      await bopha.goto(`${hub.url}/settings`);
      await bopha.getByRole("button", { name: w("Make an address"), exact: true }).click();
      const feed = await bopha.locator(".secret").textContent();
      await clean(bopha);
      const calendar = await (await fetch(feed ?? "")).text();
      expect(calendar).toContain("ប្រជុំលើកទីមួយ");
      expect(calendar).toContain("BEGIN:VEVENT");
      await bopha.getByRole("button", { name: w("End the address") }).click();
      await expect(bopha.getByRole("button", { name: w("Make an address"), exact: true })).toBeVisible();
      expect((await fetch(feed ?? "")).status).toBe(404);
    } finally {
      await hub.stop();
    }
  });
}
