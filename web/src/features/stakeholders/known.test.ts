import { describe, expect, it } from "vitest";
import { beside, knownOn, months, path } from "./known";

const rated = (id: string, stakeholder: string, assessedOn: string, more: object = {}) => ({
  id,
  stakeholder,
  assessedOn,
  validUntil: `${Number(assessedOn.slice(0, 4)) + 1}${assessedOn.slice(4)}`,
  ...more,
});

describe("how somebody was known on a day", () => {
  const all = [
    rated("a", "governor", "2026-01-10"),
    rated("b", "governor", "2026-06-12"),
    rated("c", "council", "2026-02-01", { validUntil: "2026-05-01" }),
  ];
  it("J3.2 takes the newest rating up to the day and keeps the one before it", () => {
    expect(knownOn(all, "2026-05-31").get("governor")?.rating.id).toBe("a");
    const june = knownOn(all, "2026-06-12").get("governor");
    expect([june?.rating.id, june?.before?.id]).toEqual(["b", "a"]);
    expect(knownOn(all, "2026-01-09").size).toBe(0);
  });
  it("J3.4 still tells of what is too old to count", () => {
    expect(knownOn(all, "2026-05-01").get("council")?.counts).toBe(true);
    expect(knownOn(all, "2026-05-02").get("council")?.counts).toBe(false);
  });
  it("J3.8 knows nothing of somebody from the day on which they left office", () => {
    const left = [rated("a", "governor", "2026-01-10", { closedOn: "2026-03-01" })];
    expect(knownOn(left, "2026-02-28").size).toBe(1);
    expect(knownOn(left, "2026-03-01").size).toBe(0);
  });
  it("puts what was said for an objective before what is said in general", () => {
    const both = [
      rated("a", "governor", "2026-01-10"),
      rated("b", "governor", "2026-02-10", { objective: "o" }),
      rated("c", "governor", "2026-03-10"),
    ];
    expect(knownOn(both, "2026-04-01", "o").get("governor")?.rating.id).toBe("b");
    expect(knownOn(both, "2026-04-01").get("governor")?.rating.id).toBe("c");
  });
});

describe("the way from one to another", () => {
  const links = [
    { from: "a", to: "b", directed: true },
    { from: "b", to: "c", directed: false },
    { from: "a", to: "d", directed: true },
    { from: "d", to: "c", directed: true },
    { from: "c", to: "e", directed: true },
  ];
  it("is the shortest, and goes against no arrow", () => {
    expect(path(links, "a", "e")).toHaveLength(4);
    expect(path(links, "c", "b")).toEqual(["c", "b"]);
    expect(path(links, "e", "a")).toBeNull();
    expect(path(links, "a", "a")).toEqual(["a"]);
  });
});

it("looks at the first of each month and at today", () => {
  expect(months("2026-05-20", "2026-07-01")).toEqual(["2026-06-01", "2026-07-01"]);
  expect(months("2025-12-31", "2026-02-10")).toEqual(["2026-01-01", "2026-02-01", "2026-02-10"]);
});

it("hides none of those on one spot behind another", () => {
  for (const of of [2, 3, 5, 8, 16]) {
    const spots = Array.from({ length: of }, (_, n) => beside(n, of, 10));
    for (const [n, a] of spots.entries())
      for (const b of spots.slice(n + 1)) expect(Math.hypot(a[0] - b[0], a[1] - b[1])).toBeGreaterThan(20);
  }
});
