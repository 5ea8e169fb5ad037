import { describe, expect, test } from "vitest";
import type { OpenInstallation } from "../../../src/app/installation/open-installation.ts";
import { listActions } from "../../../src/app/queries/lists/actions.ts";
import { listNotices } from "../../../src/app/queries/lists/notices.ts";
import { sifted } from "../../../src/app/queries/lists/sifted.ts";
import { type Slice, sliceOf } from "../../../src/core/list/slice.ts";
import { engineScene } from "../../build/engine-scene.ts";
import { notice } from "../../http/notice.ts";
import { d0010, mpan } from "../../promises/flow-files.ts";
import { fc } from "../../property.ts";

test("a sifted part of a list is that part of the rows that are wanted", async () => {
  const part = fc.record(
    { after: fc.nat(700), before: fc.nat(700), limit: fc.integer({ min: 1, max: 9 }) },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(part, fc.integer({ min: 1, max: 300 }), async (slice, every) => {
      const all = Array.from({ length: 650 }, (_, at) => at + 1);
      const list = async function* (wanted: Slice) {
        for (const id of sliceOf(all, wanted)) yield { id };
      };
      const isWanted = async ({ id }: { readonly id: number }) => id % every === 0;
      const found = await Array.fromAsync(sifted(list, slice, isWanted));
      const kept = all.filter((id) => id % every === 0);
      expect(found.map(({ id }) => id)).toEqual(sliceOf(kept, slice));
    }),
    { numRuns: 30 },
  );
});

describe("lists by flow, sender, recipient and moment", () => {
  const sent = (number: number, sender: string) => ({
    name: `${number}.usr`,
    bytes: Buffer.from(
      d0010(String(number).padStart(10, "0"), [mpan(number)]).replace("|D|DUMY|", `|D|${sender}|`),
    ),
  });

  test("give the actions because of what came in such files", async () => {
    const { store, ingest, build, clock, definitions } = await engineScene();
    await ingest(sent(1, "DUMY"), sent(2, "OTHR"));
    await build();
    const planned = clock.now;
    clock.now += 86_400_000;
    await ingest(sent(3, "OTHR"));
    await build();
    const of = { store, definitions: async () => definitions } as unknown as OpenInstallation;
    const keys = async (wanted: Parameters<typeof listActions.page>[1]) =>
      new Set((await listActions.page(of, wanted)).items.map(({ key }) => key));
    const all = { type: "meter-watch", limit: 50 };
    expect(await keys(all)).toEqual(new Set([mpan(1), mpan(2), mpan(3)]));
    expect(await keys({ ...all, sender: "OTHR" })).toEqual(new Set([mpan(2), mpan(3)]));
    expect(await keys({ ...all, sender: "D:OTHR", until: planned })).toEqual(new Set([mpan(2)]));
    expect(await keys({ ...all, since: planned + 1 })).toEqual(new Set([mpan(3)]));
    expect(await keys({ ...all, flow: "d0010", limit: 1 })).toEqual(new Set([mpan(3)]));
    expect(await keys({ ...all, flow: "D0155" })).toEqual(new Set());
  });

  test("give the notices of such a level, opened then", async () => {
    const { store } = await engineScene();
    await notice(store, "A rule was broken");
    const of = { store } as OpenInstallation;
    const found = async (wanted: object) =>
      (await listNotices.page(of, { all: true, limit: 9, ...wanted })).items.map(({ id }) => id);
    expect(await found({ level: "work" })).toEqual([1, 2]);
    expect(await found({ level: "urgent" })).toEqual([]);
    expect(await found({ since: 1_767_225_600_000 })).toEqual([1, 2]);
    expect(await found({ until: 1_767_225_599_999 })).toEqual([]);
    expect(await found({ channel: "inbox" })).toEqual([]);
  });
});
