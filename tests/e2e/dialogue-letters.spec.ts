import { browserFor, clean, enterAs, expect, freePort, Hub, test } from "./hub";
import { NAMES } from "./paper";
import { calendarOf, mailServer, type Received, reader } from "./peers";

const PROVINCIAL = "Provincial dialogue on commune budget disclosure";

test("J6.8 forty are invited from a table, by real mail with a calendar file that others read; their calendars' answers are heard", async ({
  browser,
}) => {
  const port = await freePort();
  const mail = await mailServer(port);
  const hub = await Hub.start("demo", {
    env: {
      SALA_SMTP_HOST: "127.0.0.1",
      SALA_SMTP_PORT: String(port),
      SALA_SMTP_SECURITY: "none",
      SALA_SMTP_FROM: "Sala <sala@ocn.example>",
    },
  });
  try {
    const dara = await (await browserFor(browser, "en", "desktop")).newPage();
    await enterAs(dara, hub, NAMES.dara.en);
    await dara.goto(`${hub.url}/dialogues`);
    await dara.getByRole("link", { name: PROVINCIAL }).click();
    const invited = dara.getByRole("region", { name: "Who is invited" });
    const form = dara.getByRole("dialog");
    const table = (rows: string[]) => ({
      name: "invitees.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(["ឈ្មោះ,name,group,honorific,email,sex,language", ...rows].join("\n")),
    });
    const rows = Array.from(
      { length: 40 },
      (_, n) => `ឈ្មោះ ${n},Guest ${n},Media,Ms,guest${n}@press.example,f,english`,
    );
    await invited.getByRole("button", { name: "Invite from a table" }).click();
    await form
      .getByLabel("The table", { exact: true })
      .setInputFiles(table([...rows, "X,Y,nobody,,not-an-address,,"]));
    await expect(form.getByRole("status")).toContainText("1 of 41 rows are wrong");
    await expect(form.getByRole("button", { name: "Bring them in" })).toBeDisabled();
    await clean(dara);
    await form.getByLabel("The table", { exact: true }).setInputFiles(table(rows));
    await expect(form.getByRole("status")).toContainText("40 rows, all of them sound");
    await form.getByRole("button", { name: "Bring them in" }).click();
    await expect(form).toHaveCount(0);
    await invited.getByRole("button", { name: "Send what is not yet sent" }).click();
    const first = (all: readonly Received[], to: string) => all.filter((one) => one.to === to).at(-1);
    await mail.until((all) => all.filter((one) => one.to.endsWith("@press.example")).length === 40);

    // An independent reader understands the file.
    const { parse, reply } = await reader();
    const asked = parse(calendarOf(first(mail.received, "guest7@press.example")?.source ?? ""));
    expect(asked).toMatchObject({
      method: "REQUEST",
      summary: PROVINCIAL,
      location: "Chi Kraeng District Hall",
      sequence: 0,
      organizer: "mailto:sala@ocn.example",
      attendee: "mailto:guest7@press.example",
      status: "CONFIRMED",
    });
    expect(asked.end - asked.start).toBe(4 * 3_600_000);

    // Two answer in their own calendars: one comes, one does not.
    const row = (name: string) => invited.getByRole("listitem").filter({ hasText: name });
    for (const [n, answer, told] of [
      [7, "ACCEPTED", "comes"],
      [8, "DECLINED", "does not come"],
    ] as const) {
      const source = first(mail.received, `guest${n}@press.example`)?.source ?? "";
      await invited.getByRole("button", { name: "Read a calendar's answer" }).click();
      if (n === 7) {
        await form
          .getByLabel("The file of the mail (.ics)")
          .setInputFiles({ name: "x.ics", mimeType: "text/calendar", buffer: Buffer.from("nonsense") });
        await expect(form.getByText("This is no answer of a calendar")).toBeVisible();
        await clean(dara);
      }
      await form.getByLabel("The file of the mail (.ics)").setInputFiles({
        name: "reply.ics",
        mimeType: "text/calendar",
        buffer: Buffer.from(reply(calendarOf(source), answer)),
      });
      await expect(form).toHaveCount(0);
      await expect(row(`Guest ${n}`).first()).toContainText(told);
    }

    // One comes back from its mail server: handed to the hub, it is told beside the invitation at once.
    const name = /^Message-ID: (<.*>)/im.exec(
      first(mail.received, "guest9@press.example")?.source ?? "",
    )?.[1];
    const outbox = await dara.context().newPage();
    await outbox.goto(`${hub.url}/outbox`);
    await outbox.getByRole("button", { name: "A mail came back" }).click();
    const taking = outbox.getByRole("dialog");
    const hand = (text: string) =>
      taking
        .getByLabel("The mail as a file (.eml)")
        .setInputFiles({ name: "back.eml", mimeType: "message/rfc822", buffer: Buffer.from(text) });
    await hand("From: a@b.example\r\nSubject: Hello\r\n\r\nThank you.\r\n");
    await expect(taking.getByText("This is neither a letter of this hub")).toBeVisible();
    await clean(outbox);
    await hand(
      [
        "MIME-Version: 1.0",
        "Content-Type: multipart/report; report-type=delivery-status; boundary=b",
        "",
        "--b",
        "Content-Type: message/delivery-status",
        "",
        "Reporting-MTA: dns; mx.press.example",
        "",
        "Final-Recipient: rfc822; guest9@press.example",
        "Action: failed",
        "Status: 5.1.1",
        "Diagnostic-Code: smtp; 550 5.1.1 no such mailbox",
        "",
        "--b",
        "Content-Type: text/rfc822-headers",
        "",
        `Message-ID: ${name}`,
        "",
        "--b--",
        "",
      ].join("\r\n"),
    );
    await expect(taking).toHaveCount(0);
    await outbox.close();
    await expect(row("Guest 9").first()).toContainText("550 5.1.1 no such mailbox");

    // Called off: a letter takes it out of the calendar under the same name.
    await dara.getByRole("button", { name: "Call it off" }).click();
    await form.getByLabel("Why").fill("Floods.");
    await form.getByRole("button", { name: "Do it" }).click();
    await mail.until((all) => all.filter((one) => one.to === "guest7@press.example").length === 2);
    const off = parse(calendarOf(first(mail.received, "guest7@press.example")?.source ?? ""));
    expect(off).toMatchObject({ method: "CANCEL", uid: asked.uid, sequence: 1, status: "CANCELLED" });
  } finally {
    await hub.stop();
    await mail.stop();
  }
});
