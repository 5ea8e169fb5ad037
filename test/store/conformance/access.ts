import { describe, expect, it } from "vitest";
import type { NewCredential } from "../../../src/store/port/access-store.ts";
import type { Bench } from "../conformance.ts";
import { madeFile, routeAll } from "../made-file.ts";

const token: NewCredential = {
  kind: "token",
  name: "report",
  hash: "ab".repeat(32),
  role: "viewer",
  personal: false,
  by: "ann",
  endsAt: null,
};
const asked = {
  actor: "ann",
  address: "127.0.0.1",
  act: "POST /holds",
  reason: "a day off",
  outcome: "done",
  code: null,
  request: "r1",
} as const;

/** Who may ask, and what they asked. */
export function keepsAccess(bench: Bench): void {
  describe("keeps who may ask", () => {
    it("finds a credential by its hash, until and after somebody ended it once", async () => {
      const { access } = bench.store;
      const { hash, by, ...rights } = token;
      const made = await access.add(token);
      expect(made).toMatchObject({ ...rights, madeBy: by, usedAt: null, endedAt: null });
      await bench.reopen();
      const { access: again } = bench.store;
      expect(await again.find(hash)).toEqual(made);
      expect(await again.find("cd".repeat(32))).toBeNull();
      await again.use({ id: made.id, endsAt: 77 });
      expect(await again.credentials("token")).toMatchObject([{ endsAt: 77, usedAt: 10_000 }]);
      expect(await again.end({ id: made.id, by: "bob" })).toMatchObject({ endedBy: "bob" });
      expect(await again.end({ id: made.id, by: "eve" })).toBeNull();
      expect(await again.credentials("token")).toEqual([]);
      expect(await again.find(hash)).toMatchObject({ endedBy: "bob" });
    });

    it("ends the log-ins of who gets another password or is taken off", async () => {
      const { access } = bench.store;
      const ann = { name: "ann", role: "admin", personal: true, by: "root" } as const;
      await access.setPerson({ ...ann, password: "one" });
      for (const [kind, hash] of [
        ["session", "01".repeat(32)],
        ["token", "02".repeat(32)],
      ] as const)
        await access.add({ ...token, kind, name: "ann", hash });
      await access.setPerson({ ...ann, password: "two" });
      expect(await access.credentials("session")).toEqual([]);
      expect(await access.credentials("token")).toHaveLength(1);
      expect(await access.person("ann")).toMatchObject({ password: "two", personal: true });
      expect(await access.people()).toEqual([
        { name: "ann", role: "admin", personal: true, madeAt: 10_000, madeBy: "root" },
      ]);
      expect(await access.removePerson({ name: "ann", by: "root" })).toBe(true);
      expect(await access.removePerson({ name: "ann", by: "root" })).toBe(false);
      expect(await access.person("ann")).toBeNull();
    });

    it("lists what was asked by pages and filters", async () => {
      const { access } = bench.store;
      for (const request of ["r1", "r2", "r3"])
        await access.note({ ...asked, actor: request === "r2" ? null : "ann", request });
      const requests = async (filter: Parameters<typeof access.audit>[0]) =>
        (await Array.fromAsync(access.audit(filter))).map(({ request }) => request);
      expect(await requests({})).toEqual(["r1", "r2", "r3"]);
      expect(await requests({ limit: 2 })).toEqual(["r2", "r3"]);
      expect(await requests({ limit: 2, before: 3 })).toEqual(["r1", "r2"]);
      expect(await requests({ limit: 1, after: 1 })).toEqual(["r2"]);
      expect(await requests({ actor: "ann" })).toEqual(["r1", "r3"]);
      expect(await requests({ outcome: "refused" })).toEqual([]);
      expect(await requests({ since: 10_001 })).toEqual([]);
    });

    it("gives all that happened in one order, to whoever goes on from a place", async () => {
      const { store } = bench;
      await store.files.record([madeFile({ messages: [{ line: 2 }, { line: 3 }] })]);
      await routeAll(store);
      await store.revisions.void({ seq: 1, changedBy: { actor: "ann", reason: "wrong" } });
      await store.files.record([madeFile({ messages: [{ line: 2 }] })]);
      await routeAll(store);
      const whole = await store.feed.after({ event: 0, revision: 0, limit: 10 });
      const told = whole.map(({ place, event, revision }) => [
        place.event,
        place.revision,
        event.seq,
        revision?.kind ?? null,
      ]);
      expect(told).toEqual([
        [1, 0, 1, null],
        [2, 0, 2, null],
        [2, 1, 1, "void"],
        [3, 0, 3, null],
      ]);
      expect(await store.feed.last()).toEqual({ event: 3, revision: 0 });
      const one = await store.feed.after({ event: 2, revision: 0, limit: 1 });
      expect(one.map(({ place }) => place)).toEqual([{ event: 2, revision: 1 }]);
    });

    it("keeps an answer under who asked and their key", async () => {
      const { access } = bench.store;
      const answer = { request: "ef".repeat(32), status: 200, body: "{}" };
      await access.keepAnswer({ actor: "ann", key: "k", ...answer });
      expect(await access.keptAnswer({ actor: "ann", key: "k" })).toEqual(answer);
      expect(await access.keptAnswer({ actor: "bob", key: "k" })).toBeNull();
    });
  });
}
