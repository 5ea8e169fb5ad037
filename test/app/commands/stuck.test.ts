import { expect, it } from "vitest";
import { noteStuck } from "../../../src/app/commands/stuck/note-stuck.ts";
import { replayProcesses } from "../../../src/app/replay/replay-processes.ts";
import { restateEvents } from "../../../src/app/restate/restate-events.ts";
import { referenceOf } from "../../../src/core/stuck/reference.ts";
import { cutShort, goodFile } from "../../promises/flow-files.ts";
import { ann, openPlace, takeIn } from "./open-place.ts";

it("keeps what is said of an item, and dismisses and restores it once each", async () => {
  const installation = await openPlace();
  await takeIn(installation, cutShort(goodFile(1)), cutShort(goodFile(2)));
  const say = (verb: "note" | "dismiss" | "restore", on: string | { readonly cause: string }) =>
    noteStuck(
      installation,
      { verb, text: "so", on: typeof on === "string" ? referenceOf([on]) : on },
      ann,
    );
  expect(await say("note", "file 1")).toBe(1);
  expect(await say("dismiss", "file 1")).toBe(1);
  const [open] = await Array.fromAsync(installation.store.stuck.list());
  expect(open).toMatchObject({ item: "file 2" });
  const cause = { cause: open?.cause.id ?? "" };
  expect(await say("note", cause)).toBeNull();
  // One of the two is dismissed already; both are restored.
  expect([await say("dismiss", cause), await say("restore", cause)]).toEqual([1, 2]);
});

it("refuses what is not stuck, a cause that there is not, and words that name nothing", async () => {
  const installation = await openPlace();
  await takeIn(installation, goodFile(1));
  const note = (on: Parameters<typeof noteStuck>[1]["on"]) =>
    noteStuck(installation, { verb: "note", text: "so", on }, ann);
  await expect(note({ noun: "file", id: "1" })).rejects.toMatchObject({
    kind: "conflict",
    about: "file 1",
  });
  await expect(note({ cause: "000000" })).rejects.toMatchObject({ kind: "not-found" });
  expect(() => referenceOf(["seven"])).toThrow('"seven" names nothing');
});

it("refuses to replay a type that there is not, and to restate a file that there is not", async () => {
  const installation = await openPlace();
  await takeIn(installation, goodFile(1));
  const report = await replayProcesses(installation, { examples: 1, dryRun: true });
  expect(report).toMatchObject({ changed: 0, failing: 0 });
  const other = { examples: 1, type: "metring-point" };
  await expect(replayProcesses(installation, other)).rejects.toMatchObject({ kind: "invalid" });
  expect(await restateEvents(installation, { selection: {} }, null)).toMatchObject({ files: 1 });
  await expect(restateEvents(installation, { selection: { file: 9 } }, null)).rejects.toMatchObject(
    { kind: "not-found" },
  );
});
