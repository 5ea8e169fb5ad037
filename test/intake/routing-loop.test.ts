import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { RoutingLoop } from "../../src/intake/file/route.ts";
import { machineClock } from "../../src/runtime/clock.ts";
import { signals } from "../../src/runtime/signals.ts";
import { openSqliteStore } from "../../src/store/sqlite/open.ts";

test("what waits to be routed is unfinished work until it is routed, so that building takes second place", async () => {
  const folder = mkdtempSync(join(tmpdir(), "busbar-routing-"));
  const store = await openSqliteStore(join(folder, "busbar.db"), { blobFolder: folder });
  onTestFinished(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const seen: string[] = [];
  const waiting: typeof store.routes.waiting = async (...asked) => {
    seen.push("looks");
    return store.routes.waiting(...asked);
  };
  const loop = new RoutingLoop(
    {
      store: { ...store, routes: { ...store.routes, waiting } },
      clock: machineClock,
      log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
      onStep: () => {},
      signals: signals(),
      taking: () => {
        seen.push("in hand");
        return () => void seen.push("let go");
      },
    },
    [],
  );
  await loop.run(AbortSignal.abort());
  expect(seen).toEqual(["in hand", "looks", "let go"]);
});
