import { expect, it } from "vitest";
import { sequenceOf } from "../../src/app/queries/channels/sequence-of.ts";
import { viewSequence } from "../../src/app/views/channel-view.ts";
import { sequenceLines } from "../../src/cli/channel/sequence-lines.ts";
import { madeFile } from "../store/made-file.ts";
import { StoreFolder } from "../store/sqlite/store-folder.ts";

it("a channel shows which numbers are missing, how long they are waited for, and what was overtaken", async () => {
  using folder = new StoreFolder();
  const store = await folder.open({ now: () => 1_000_000 });
  const record = (number: number) =>
    store.files.record([
      madeFile({
        name: `D0010-${number}`,
        sequence: { number, check: "warn", onGap: "wait", waitForMs: 60_000 },
      }),
    ]);
  for (const number of [10, 14, 12]) await record(number);
  const sequence = await sequenceOf(store, "inbox");
  expect(sequenceLines(sequence, 1_000_001)).toEqual([
    expect.stringMatching(/missing: number 11 of D0010 from D:MADE, since .*, waited for until /),
    expect.stringMatching(/missing: number 13 of D0010/),
    expect.stringMatching(/overtaken: file 3, D0010-12, came .* after later numbers/),
  ]);
  expect(sequenceLines(sequence, 2_000_000)[0]).toContain("no longer waited for");
  expect(viewSequence(sequence)).toMatchObject({
    missing: [{ from: 11, to: 11 }, { from: 13 }],
    overtaken: [{ file: 3 }],
  });
  expect(await sequenceOf(store, "other")).toEqual({ missing: [], overtaken: [] });
  await store.close();
});
