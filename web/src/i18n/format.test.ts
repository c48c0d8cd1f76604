import { describe, expect, it } from "vitest";
import { day, digits, longDay, moment, number } from "./format";

describe("dates and numbers", () => {
  it("writes Khmer digits and month names without Intl", () => {
    expect(day("2026-07-01T02:00:00Z", "km")).toBe("១ កក្កដា ២០២៦");
    expect(longDay("2026-07-01T02:00:00Z", "km")).toBe("ថ្ងៃពុធ ១ កក្កដា ២០២៦");
    expect(digits("17:00", "km")).toBe("១៧:០០");
    expect(number(12000000, "km")).toBe("១២.០០០.០០០");
  });

  it("counts days in Phnom Penh, not in Greenwich", () => {
    expect(day("2026-06-30T17:00:00Z", "en")).toBe("1 July 2026");
    expect(moment("2026-06-30T16:59:00Z", "en")).toBe("30 June 2026 · 23:59");
    expect(longDay("2026-06-30T17:00:00Z", "en")).toBe("Wednesday 1 July 2026");
    expect(number(1234567, "en")).toBe("1,234,567");
  });
});
