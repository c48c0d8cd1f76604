import { browserFor, clean, enterAs, expect, Hub, type Locale, test } from "./hub";
import { NAMES, typeAfter } from "./paper";
import { approve, letter, open, settled } from "./sign";
import { says } from "./words";

const POSITION = {
  en: "Every draft law in Khmer, thirty days before it is decided",
  km: "សេចក្តីព្រាងច្បាប់គ្រប់ច្បាប់ជាភាសាខ្មែរ សាមសិបថ្ងៃមុនសម្រេច",
};
const TMYA = { en: "Tonle Mekhala Youth Association", km: "សមាគមយុវជនទន្លេមេខលា" };
const KIND = { en: "Association", km: "សមាគម" };
const SAMNANG = { en: "Prak Samnang", km: "ប្រាក់ សំណាង" };

for (const locale of ["en", "km"] satisfies Locale[]) {
  test(`J5.9 the members decide on a position, and a text that goes back is put to them anew (${locale})`, async ({
    browser,
  }) => {
    const hub = await Hub.start("demo");
    const w = (english: string) => says(locale, english);
    try {
      const dara = await (await browserFor(browser, locale, "desktop")).newPage();
      await enterAs(dara, hub, NAMES.dara[locale]);
      await dara.goto(`${hub.url}/papers`);
      await dara.getByRole("link", { name: new RegExp(POSITION[locale]) }).click();
      const decision = new RegExp(w("The decision: {0}").split("{0}")[0] ?? "");
      await expect(dara.getByRole("link", { name: decision })).toBeVisible();
      await clean(dara);
      const paper = dara.url();
      const votes = await dara.getByRole("link", { name: decision }).getAttribute("href");

      // Bopha speaks for her organisation: she stands aside, on a phone, and reads the exact text first.
      const bopha = await (await browserFor(browser, locale, "phone")).newPage();
      await enterAs(bopha, hub, NAMES.bopha[locale]);
      await bopha.goto(`${hub.url}${votes}`);
      await expect(bopha.getByRole("link", { name: w("Read the text") })).toBeVisible();
      await clean(bopha);
      await bopha.getByRole("radio", { name: new RegExp(w("stand aside"), "i") }).check();
      await bopha.getByRole("button", { name: w("Cast the ballot") }).click();
      await expect(bopha.getByRole("button", { name: w("Change the ballot") })).toBeVisible();

      // A number is wrong: the text goes back, and takes its open vote with it.
      await dara.goto(paper);
      await dara.getByRole("button", { name: w("Back to review") }).click();
      await dara.getByRole("dialog").getByLabel(w("Why"), { exact: true }).fill("A number is wrong.");
      await clean(dara);
      await dara
        .getByRole("dialog")
        .getByRole("button", { name: w("Send to review") })
        .click();
      await expect(dara.getByRole("button", { name: w("Approve the final text") })).toBeVisible();
      await dara.goto(`${hub.url}${votes}`);
      await expect(
        dara.getByText(/The text went back to its drafters|អត្ថបទបានត្រឡប់ទៅអ្នកព្រាងវិញ/),
      ).toBeVisible();

      // Settled again, it is put to the members anew.
      await dara.goto(paper);
      await approve(dara, locale);
      await dara.getByRole("button", { name: w("Put it to the members") }).click();
      await clean(dara);
      await dara
        .getByRole("dialog")
        .getByRole("button", { name: w("Put it to the members") })
        .click();
      await expect(dara.getByRole("link", { name: decision })).not.toHaveAttribute("href", votes ?? "");
      await dara.goto(paper.replace("/papers/", "/sign/"));
      await expect(dara.getByRole("link", { name: w("The decision of the members") })).toHaveCount(2);
      await clean(dara);
    } finally {
      await hub.stop();
    }
  });

  test(`J5.7 J5.8 the silent are reminded, guests sign by a link, an editorial change keeps what was signed (${locale})`, async ({
    browser,
  }) => {
    const hub = await Hub.start("demo");
    const w = (english: string) => says(locale, english);
    try {
      const sreymom = await (await browserFor(browser, locale, "desktop")).newPage();
      await enterAs(sreymom, hub, NAMES.sreymom[locale]);
      const dara = await (await browserFor(browser, locale, "desktop")).newPage();
      await enterAs(dara, hub, NAMES.dara[locale]);
      const paper = await settled(hub, locale, sreymom, dara);
      await open(dara, locale);
      const page = paper.replace("/papers/", "/sign/");

      const bopha = await (await browserFor(browser, locale, "phone")).newPage();
      await enterAs(bopha, hub, NAMES.bopha[locale]);
      await bopha.goto(page);
      await bopha.getByRole("button", { name: w("Sign for {0}").replace("{0}", "TMYA") }).click();
      await expect(bopha.getByText(w("signs"), { exact: true }).first()).toBeVisible();

      // One tap reminds whoever is silent; a second one the same day reminds nobody.
      await dara.goto(page);
      await dara.getByRole("button", { name: w("Remind all who are silent") }).click();
      await expect(
        dara
          .getByText(new RegExp(w("{all} members are reminded.").split("{all}")[1] ?? ""))
          .or(
            dara.getByText(
              new RegExp(w("{all} members are reminded.").split("{all}")[0] || "members are reminded"),
            ),
          )
          .first(),
      ).toBeVisible();
      await dara.getByRole("button", { name: w("Remind all who are silent") }).click();
      await expect(dara.getByText(/reminded less than a day ago|មិនទាន់បានមួយថ្ងៃផង/)).toBeVisible();

      // An organisation outside the network is invited, reads and signs by its link; it counts once Dara has confirmed it.
      const outside = dara.getByRole("region", { name: w("From outside the network") });
      await outside.getByRole("button", { name: w("Invite an organisation") }).click();
      const form = dara.getByRole("dialog");
      await form.getByRole("button", { name: w("Send the invitation") }).click();
      await expect(form.getByRole("alert").first()).toBeVisible();
      await form.getByLabel(w("Name in English"), { exact: true }).fill("Mekong Water Forum");
      await form.getByLabel(w("Its e-mail address")).fill("office@mwf.example");
      await clean(dara);
      await form.getByRole("button", { name: w("Send the invitation") }).click();
      await expect(outside.getByText("office@mwf.example")).toBeVisible();
      const outbox = await dara.context().newPage();
      const link = await letter(outbox, hub, "office@mwf.example", "/sign-guest");
      const guest = await (await browserFor(browser, locale, "phone")).newPage();
      await guest.goto(link);
      await expect(guest.getByText("Post the budget within 30 days.")).toBeVisible();
      await clean(guest);
      await guest.getByRole("button", { name: w("Sign"), exact: true }).click();
      await expect(guest.getByRole("alert").first()).toBeVisible();
      await guest.getByLabel(w("Who signs"), { exact: true }).fill("Lina Prak");
      await guest.getByLabel(w("In which post")).fill("Director");
      await guest.getByRole("button", { name: w("Sign"), exact: true }).click();
      await expect(
        guest.getByText(w("Your answer is kept. It counts once the secretariat has confirmed it with you.")),
      ).toBeVisible();
      await clean(guest);
      await dara.reload();
      await expect(dara.getByText(/1 of 1 organisations|អង្គការ ១ ក្នុងចំណោម ១/)).toBeVisible();
      await outside.getByRole("button", { name: w("Confirm"), exact: true }).click();
      await expect(dara.getByText(/2 of 1 organisations|អង្គការ ២ ក្នុងចំណោម ១/)).toBeVisible();
      await sreymom.goto(page);
      await expect(sreymom.getByText("Mekong Water Forum")).toBeVisible();
      await expect(sreymom.getByText("Lina Prak")).toHaveCount(0);

      // A slip of the pen is mended. Convenor and chair both call it editorial: what was signed stands.
      await dara.goto(paper);
      await dara.getByRole("button", { name: w("Back to review") }).click();
      await dara.getByRole("dialog").getByLabel(w("Why"), { exact: true }).fill("A slip.");
      await dara
        .getByRole("dialog")
        .getByRole("button", { name: w("Send to review") })
        .click();
      await sreymom.goto(paper);
      await expect(sreymom.getByText(w("Saved"), { exact: true })).toBeVisible();
      await typeAfter(sreymom, "Post the budget within 30 days.", " (thirty)");
      await expect(sreymom.getByText(w("Saved"), { exact: true })).toBeVisible();
      await approve(dara, locale);
      await expect(dara.getByRole("button", { name: w("Open for signing") })).toBeVisible();
      await dara.goto(page);
      await expect(dara.locator(".changed ins")).toContainText("thirty");
      await dara.getByRole("button", { name: w("It is editorial") }).click();
      await expect(dara.getByRole("button", { name: w("It is editorial") })).toHaveCount(0);
      await clean(dara);
      const samnang = await (await browserFor(browser, locale, "phone")).newPage();
      await enterAs(samnang, hub, SAMNANG[locale]);
      await samnang.goto(page);
      await samnang.getByRole("button", { name: w("It is editorial") }).click();
      await expect(
        samnang.getByText(
          w(
            "Convenor and chair call this change editorial. When the text is opened for signing again, the signatures stand, and whoever signed is told what changed.",
          ),
        ),
      ).toBeVisible();
      await clean(samnang);
      await dara.goto(paper);
      await open(dara, locale);
      await bopha.goto(page);
      await expect(bopha.getByText(/2 of 1 organisations|អង្គការ ២ ក្នុងចំណោម ១/)).toBeVisible();
      await expect(
        bopha.getByText(
          w(
            "Convenor and chair have called this change editorial: your signature stands. If you do not agree, you can withdraw it.",
          ),
        ),
      ).toBeVisible();
      await expect(bopha.locator(".changed ins")).toContainText("thirty");
      await clean(bopha);
      await guest.goto("about:blank");
      await guest.goto(link);
      await expect(
        guest.getByText(w("Your organisation has signed, and the secretariat has confirmed it. It counts.")),
      ).toBeVisible();
    } finally {
      await hub.stop();
    }
  });

  test(`J5.7 what must come together is said, one objection stops a text, and the committee is asked when too few signed (${locale})`, async ({
    browser,
  }) => {
    const hub = await Hub.start("demo");
    const w = (english: string) => says(locale, english);
    try {
      const sreymom = await (await browserFor(browser, locale, "desktop")).newPage();
      await enterAs(sreymom, hub, NAMES.sreymom[locale]);
      const dara = await (await browserFor(browser, locale, "desktop")).newPage();
      await enterAs(dara, hub, NAMES.dara[locale]);
      const paper = await settled(hub, locale, sreymom, dara);
      const page = paper.replace("/papers/", "/sign/");

      // Four organisations, TMYA among them by name, one of the grassroots, and nobody who objects.
      await dara.getByRole("button", { name: w("Open for signing") }).click();
      const form = dara.getByRole("dialog");
      await form.getByLabel(w("Organisations needed")).fill("4");
      await form.getByLabel(w("Provinces needed, by public name")).fill("0");
      await form.getByText(w("Organisations that must sign by public name")).click();
      await form.getByLabel(w("Search members")).fill("Mekhala");
      await form.getByRole("button", { name: TMYA[locale] }).click();
      await expect(
        form.getByRole("button", { name: w("Leave out {0}").replace("{0}", "TMYA") }),
      ).toBeVisible();
      await form.getByText(w("So many of each type of organisation, by public name")).click();
      await form.getByLabel(KIND[locale], { exact: true }).fill("1");
      await form.getByRole("checkbox", { name: w("One objection, with its reason, stops it") }).check();
      await clean(dara);
      await form.getByRole("button", { name: w("Open for signing") }).click();
      // A number that cannot be meant is said where it was typed, and nothing is lost.
      await expect(form.getByLabel(w("Provinces needed, by public name"))).toHaveAccessibleDescription(/\S/);
      await form.getByLabel(w("Provinces needed, by public name")).fill("1");
      await form.getByRole("button", { name: w("Open for signing") }).click();
      await expect(form).toHaveCount(0);

      // Bopha's organisation objects, and must say why; then it changes its mind and signs.
      const bopha = await (await browserFor(browser, locale, "phone")).newPage();
      await enterAs(bopha, hub, NAMES.bopha[locale]);
      await bopha.goto(page);
      const progress = bopha.locator(".signprogress");
      await expect(progress.getByText(w("nobody objects"))).toBeVisible();
      await bopha.getByRole("radio", { name: new RegExp(w("Stops the text; say why")) }).check();
      await bopha.getByRole("button", { name: w("Answer for {0}").replace("{0}", "TMYA") }).click();
      await expect(bopha.getByRole("alert").first()).toBeVisible();
      await bopha.getByLabel(w("Why (to the coordinator alone)")).fill("Our board has not met.");
      await bopha
        .getByLabel(w("Print this under the text, in our name (leave it empty for nothing)"))
        .fill("Vendors were not asked.");
      await clean(bopha);
      await bopha.getByRole("button", { name: w("Answer for {0}").replace("{0}", "TMYA") }).click();
      await expect(progress.getByText(/1 organisation objects|អង្គការ ១ ជំទាស់/)).toBeVisible();
      // The coordinator reads what is to be printed; nobody else does before it is.
      await dara.goto(page);
      await expect(dara.getByText(/Vendors were not asked\./)).toBeVisible();
      await sreymom.goto(page);
      await expect(sreymom.getByText(/1 organisation objects|អង្គការ ១ ជំទាស់/)).toBeVisible();
      await expect(sreymom.getByText(/Vendors were not asked\./)).toHaveCount(0);
      await bopha.getByRole("radio", { name: new RegExp(w("We support the whole text")) }).check();
      await bopha.getByRole("button", { name: w("Sign for {0}").replace("{0}", "TMYA") }).click();
      await expect(progress.getByText(w("nobody objects"))).toBeVisible();
      await expect(progress.getByText(/1 of 4 organisations|អង្គការ ១ ក្នុងចំណោម ៤/)).toBeVisible();
      await expect(progress.getByText(new RegExp(`[:៖] ${KIND[locale]}$`))).toBeVisible();
      await expect(progress.getByText(new RegExp(`^${TMYA[locale]} `))).toBeVisible();
      await clean(bopha);

      // The deadline comes, and three are missing: the committee is asked, with the reason, and votes.
      await hub.later(17 * 24);
      await enterAs(dara, hub, NAMES.dara[locale]);
      await dara.goto(page);
      await dara.getByRole("button", { name: w("Ask the committee") }).click();
      const question = dara.getByRole("dialog");
      await question.getByRole("button", { name: w("Ask the committee") }).click();
      await expect(question.getByRole("alert").first()).toBeVisible();
      await question.getByLabel(w("Why"), { exact: true }).fill("The session is on Monday.");
      await clean(dara);
      await question.getByRole("button", { name: w("Ask the committee") }).click();
      const asked = new RegExp(
        w("The committee decides until {0} whether it is published all the same").split("{0}")[0] ?? "",
      );
      await expect(dara.getByRole("link", { name: asked })).toBeVisible();
      await clean(dara);
      const samnang = await (await browserFor(browser, locale, "phone")).newPage();
      await enterAs(samnang, hub, SAMNANG[locale]);
      await samnang.goto(page);
      await samnang.getByRole("link", { name: asked }).click();
      await expect(samnang.getByText("The session is on Monday.").first()).toBeVisible();
      await clean(samnang);
      await samnang.getByRole("radio").first().check();
      await samnang.getByRole("button", { name: w("Cast the ballot") }).click();
      await expect(samnang.getByRole("button", { name: w("Change the ballot") })).toBeVisible();
    } finally {
      await hub.stop();
    }
  });
}
