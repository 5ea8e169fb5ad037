import { describe, expect, it } from "vitest";
import {
  findsOrIgnores,
  findsOrWaits,
  ignored,
  joinsOrWaits,
  opens,
  opensAndTells,
} from "../../../src/core/define/take.ts";
import { type RoutableMessage, type Route, routedBy } from "../../../src/core/event/route.ts";
import { routePending } from "../../../src/intake/file/route.ts";
import { beginningWith, exactly, type TextRange } from "../../../src/store/port/search-store.ts";
import { fc } from "../../property.ts";
import type { Bench } from "../conformance.ts";
import { madeFile } from "../made-file.ts";

/** A message says by its subject where it goes: `opens P1 r1 r2`, `tells P1 r1` (and others that go by r1), `joins P1`, `finds r1 r2`, `ignores r1`. */
function routeOf({ subjectKey }: RoutableMessage): Route {
  const [verb, ...words] = (subjectKey ?? "").split(" ");
  const [key = "", ...references] = words;
  if (verb === "opens") return opens(key, "OPENED", references);
  if (verb === "tells") return opensAndTells(key, "OPENED", references, references);
  if (verb === "joins") return joinsOrWaits(key, "JOINED");
  if (verb === "finds") return findsOrWaits(words, "FOUND");
  return verb === "ignores" ? findsOrIgnores(words, "FOUND") : ignored;
}

const switches = { type: "switch", route: routeOf };

/** Two switches of one point, each known by references of its own and both by the point's. */
const told = [
  "opens P1 own:1 point:A",
  "opens P2 own:2 point:A",
  "finds own:1 registration:1",
  "finds registration:1 invitation:1",
  "finds invitation:1",
  "finds own:2",
  "ignores point:A",
  "ignores point:B",
];

const outcome = [
  "P1 ignores point:A",
  "P1 finds invitation:1",
  "P1 finds own:1 registration:1",
  "P1 finds registration:1 invitation:1",
  "P1 opens P1 own:1 point:A",
  "P2 finds own:2",
  "P2 ignores point:A",
  "P2 opens P2 own:2 point:A",
].toSorted();

/** Processes are found by references, whatever comes first. */
export function findsByReferences(bench: Bench): void {
  const take = async (...messages: string[]) => {
    await bench.store.files.record(
      messages.map((key) => madeFile({ messages: [{ line: 2, key }] })),
    );
    await routePending(bench.store, [switches]);
  };
  const placed = async () => {
    const events = await Array.fromAsync(bench.store.events.list());
    return events
      .filter((event) => event.void !== true)
      .map(({ key, message }) => `${key} ${said.get(message ?? 0)}`)
      .toSorted();
  };
  /** What each message says, by its number. */
  const said = new Map<number, string>();

  describe("processes found by references", () => {
    it("come to the same events in any order of arrival, one at a time or together", async () => {
      said.clear();
      await fc.assert(
        fc.asyncProperty(
          fc.shuffledSubarray(told, { minLength: told.length }),
          fc.boolean(),
          async (order, together) => {
            const before = said.size;
            const mark = `~${before}`;
            const own = order.map((text) => rename(text, mark));
            for (const [at, text] of own.entries()) said.set(before + at + 1, text);
            if (together) await take(...own);
            else for (const text of own) await take(text);
            const found = (await placed()).filter((text) => text.includes(mark));
            expect(found).toEqual(outcome.map((text) => rename(text, mark)).toSorted());
          },
        ),
        { numRuns: 15 },
      );
    });

    it("are waited for by what must have one, and by nothing else", async () => {
      await take("finds own:1", "ignores point:A");
      const waiting = async () =>
        (await Array.fromAsync(bench.store.stuck.list())).map(({ reason }) => reason);
      expect(await waiting()).toEqual([
        "It belongs to process switch own:1, which does not exist yet.",
      ]);
      await take("opens P1 own:1 point:A");
      expect(await waiting()).toEqual([]);
      expect((await bench.store.files.get(1))?.events).toBe(1);
      expect((await bench.store.files.get(2))?.events).toBe(1);
    });

    it("are given what came while they were void when they count again", async () => {
      const ann = { actor: "ann", reason: "wrong point" };
      await take("opens P1 own:1 point:A");
      await bench.store.revisions.void({ seq: 1, changedBy: ann });
      await take("finds own:1", "ignores point:A");
      expect((await bench.store.reports.counts()).events).toBe(1);
      await bench.store.revisions.unvoid({ seq: 1, changedBy: ann });
      expect((await bench.store.reports.counts()).events).toBe(3);
    });

    it.each(["finds own:1 registration:1", "joins P1"])(
      "have what a file said that stands again since they began: %s",
      async (message) => {
        const messages = [{ line: 2, key: message }];
        const bob = { actor: "bob", reason: "sent twice" };
        const counts = async () => (await bench.store.reports.counts()).events;
        await bench.store.files.record([madeFile({ identifier: "N1", messages })]);
        await bench.store.files.record([madeFile({ identifier: "N1", messages })]);
        await routePending(bench.store, [switches]);
        await bench.store.files.decide({ file: 2, decision: "replace", ...bob });
        await take("opens P1 own:1");
        expect(await counts()).toBe(2);
        await bench.store.files.decide({ file: 2, decision: "keep-first", ...bob });
        await routePending(bench.store, [switches]);
        const of = async (id: number) => (await bench.store.files.get(id))?.events;
        expect([await of(1), await of(2), await of(3)]).toEqual([1, 0, 1]);
        expect(await Array.fromAsync(bench.store.stuck.list())).toEqual([]);
      },
    );

    it("are found by what people call them, without the kind of the reference", async () => {
      const found = async (range: TextRange) =>
        (await bench.store.search.find({ range, limit: 9 })).processesGoingBy.map(({ key }) => key);
      await take("opens P1 own:1 point:A", "opens P2 own:2 point:A", "opens P3 own:7 key:P3");
      await take("finds own:1 registration:R-1", "finds own:2 registration:R-2 old:R-2");
      expect(await found(exactly("R-1"))).toEqual(["P1"]);
      expect(await found(exactly("R-2"))).toEqual(["P2"]);
      expect((await found(exactly("A"))).toSorted()).toEqual(["P1", "P2"]);
      expect(await found(beginningWith("R-"))).toEqual(["P1", "P2"]);
      expect(await found(exactly("registration:R-1"))).toEqual([]);
      expect(await found(exactly("P3"))).toEqual([]);
    });

    it("are told of each other by the messages that open them, in any order", async () => {
      await take("tells P1 point:A", "tells P2 point:A");
      await take("tells P3 point:B");
      await take("tells P4 point:A");
      const events = await Array.fromAsync(bench.store.events.list());
      expect(events.map(({ key, message }) => `${key} ${message}`).toSorted()).toEqual(
        ["P1 1", "P1 2", "P1 4", "P2 1", "P2 2", "P2 4", "P3 3", "P4 1", "P4 2", "P4 4"].toSorted(),
      );
      expect((await bench.store.files.get(4))?.events).toBe(3);
      expect(await Array.fromAsync(bench.store.stuck.list())).toEqual([]);
    });

    it("take up past messages that open them and tell others", async () => {
      const past = ["tells P1 point:A", "tells P2 point:A"];
      await bench.store.files.record(past.map((key) => madeFile({ messages: [{ line: 2, key }] })));
      await routePending(bench.store, []);
      const routed = past.flatMap((subjectKey, at) =>
        routedBy(routeOf({ subjectKey } as RoutableMessage), {
          message: at + 1,
          processType: "switch",
        }),
      );
      expect(await bench.store.routes.takeUp(routed)).toBe(4);
      expect(await bench.store.routes.takeUp(routed)).toBe(0);
    });

    it("are given a message once, however often it is routed", async () => {
      await take("opens P1 own:1", "finds own:1");
      await bench.reopen();
      await take("finds own:1");
      expect((await bench.store.reports.counts()).events).toBe(3);
    });
  });
}

/** The same message with names of its own, so that one store holds many runs apart. */
function rename(text: string, mark: string): string {
  return text
    .split(" ")
    .map((word) => (/[:\d]/.test(word) ? `${word}${mark}` : word))
    .join(" ");
}
