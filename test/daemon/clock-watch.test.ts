import { expect, onTestFinished, test } from "vitest";
import { ClockWatch } from "../../src/daemon/clock-watch.ts";
import type { Log } from "../../src/runtime/log.ts";
import { madeFile } from "../store/made-file.ts";
import { StoreFolder } from "../store/sqlite/store-folder.ts";

const right = Date.UTC(2026, 10, 30, 4, 0);

test("a clock behind what was recorded is said once in the log, with how far and what to do", async () => {
  const folder = new StoreFolder();
  const clock = { now: right };
  const store = await folder.open({ now: () => clock.now });
  onTestFinished(async () => {
    await store.close();
    folder[Symbol.dispose]();
  });
  const said: string[] = [];
  const say = (_: object, text: string) => void said.push(text);
  const log: Log = { debug: say, info: say, warn: say, error: say };
  const watch = new ClockWatch(store, { wall: () => clock.now, steady: () => clock.now }, log);
  await watch.look();
  clock.now = right + 3_600_000;
  await store.files.record([madeFile()]);
  await watch.look();
  clock.now = right + 3_600_000 - 59_000;
  await watch.look();
  expect(said).toEqual([]);
  clock.now = right;
  await watch.look();
  await watch.look();
  expect(said).toEqual([
    "The clock is 1.0 h behind the last recorded moment, 2026-11-30T05:00:00.000Z: it was ahead then, or is wrong now. Set it right if it is wrong (`timedatectl` tells); nothing waits for that moment. See docs/guides/clock.md.",
  ]);
  clock.now = right + 3_700_000;
  await watch.look();
  expect(said.slice(1)).toEqual(["the clock has passed the last recorded moment"]);
});
