import { describe, expect, it } from "vitest";
import { behind, type Guest, type Kept, markId, present, refused, signOf } from "./door-store";

const list: Kept = {
  title: { en: "", km: "" },
  startsAt: "2026-09-18T01:00:00Z",
  endsAt: "2026-09-18T05:00:00Z",
  may: true,
  groups: [],
  guests: [],
  known: [
    {
      id: "attendance:1",
      invitation: "invitation:1",
      name: "",
      constituency: "cso",
      presence: "FULL",
      people: 1,
      markedAt: "2026-09-18T01:10:00Z",
    },
  ],
};

describe("J6.9 the list at the door", () => {
  it("lets a later mark of this device stand over what the hub knows, and an earlier one not", () => {
    const later = {
      id: "attendance:2",
      invitation: "invitation:1",
      presence: "ABSENT",
      at: "2026-09-18T01:20:00Z",
    } as const;
    expect(present(list, [later]).get("invitation:1")?.presence).toBe("ABSENT");
    const earlier = { ...later, at: "2026-09-18T01:00:00Z" };
    expect(present(list, [earlier]).get("invitation:1")?.presence).toBe("FULL");
  });

  it("counts who came without an invitation by their mark, as many as it says", () => {
    const group = {
      id: "attendance:3",
      constituency: "citizens",
      presence: "FULL",
      people: 12,
      at: "2026-09-18T01:20:00Z",
    } as const;
    const marks = present(list, [group, group]);
    expect([...marks.values()].reduce((all, one) => all + one.people, 0)).toBe(13);
  });

  it("makes ids that the hub takes, no two alike", () => {
    const ids = Array.from({ length: 200 }, markId);
    expect(new Set(ids).size).toBe(200);
    for (const id of ids)
      expect(id).toMatch(/^attendance:[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  });

  it("finds which marks the hub refused", () => {
    expect([...refused(["marks.0.name", "marks.11.constituency", "dialogue"])]).toEqual([0, 11]);
  });

  const guest = (id: string, state: Guest["state"], parent: string | null = null): Guest => ({
    id,
    number: 1,
    constituency: "cso",
    institution: false,
    name: { en: id, km: "" },
    post: "",
    organisation: "",
    sex: "UNDISCLOSED",
    state,
    parent,
    table: null,
    signs: [],
  });

  it("knows a letter by the hash of its secret, and nothing else by anything", async () => {
    // SHA-256 of "abc" begins so (FIPS 180-2, appendix B.1).
    expect(await signOf("https://hub.example/rsvp#abc")).toBe("ba7816bf8f01cfea");
    expect(await signOf("https://hub.example/rsvp#abc&x=1")).toBeNull();
    expect(await signOf("ABC-123")).toBeNull();
  });

  it("lets whoever was sent in come with the letter of whoever sent them", () => {
    const all = [
      guest("a", "DELEGATED"),
      guest("b", "CANCELLED", "a"),
      guest("c", "DELEGATED", "a"),
      guest("d", "ACCEPTED", "c"),
    ];
    const comes = (id: string) => behind(all.find((one) => one.id === id) as Guest, all)?.id;
    expect([comes("a"), comes("d")]).toEqual(["d", "d"]);
    expect(behind(guest("x", "DELEGATED"), all)).toBeUndefined();
  });
});
