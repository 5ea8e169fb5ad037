import { readdirSync, writeFileSync } from "node:fs";
import { expect, onTestFinished, test } from "vitest";
import { remedyCommand } from "../../src/cli/print/remedy-command.ts";
import { loadCatalogue } from "../../src/definitions/load.ts";
import { recordingContext } from "../../src/intake/channel/context.ts";
import { intakeGate } from "../../src/intake/channel/intake-gate.ts";
import { routePending } from "../../src/intake/file/route.ts";
import { FolderIntake } from "../../src/intake/folder/folder-intake.ts";
import { processDefinitions } from "../../src/processes/registry.ts";
import { machineClock } from "../../src/runtime/clock.ts";
import { signals } from "../../src/runtime/signals.ts";
import { openSqliteStore } from "../../src/store/sqlite/open.ts";
import { temporaryChannel } from "../channels/folder/temporary.ts";
import { goodFile } from "../promises/flow-files.ts";
import { until } from "../promises/workplace.ts";

test("intake waits while too many messages wait to be routed, says so, and goes on automatically", async () => {
  const channel = { ...temporaryChannel(), steadyMs: 0, pollMs: 100 };
  const blobs = `${channel.work}.blobs`;
  const path = `${channel.work}.db`;
  const store = await openSqliteStore(path, { blobFolder: blobs });
  onTestFinished(() => store.close());
  const said: string[] = [];
  const say = (_details: object, message: string) => void said.push(message);
  const waiting = {
    what: "messages wait to be routed",
    stopAbove: 10,
    count: () => store.routes.countWaiting(),
  };
  const parts = { store, catalogue: loadCatalogue(), blobs, largeFileBytes: 1 << 20 };
  const context = {
    ...recordingContext(parts),
    log: { debug: say, info: say, warn: say, error: say },
    signals: signals(),
    commandOf: remedyCommand,
    gate: intakeGate({
      marks: { stop: { bytes: 0 }, resume: null },
      folders: [],
      backlogs: [waiting],
      clock: machineClock,
    }),
  };
  const stop = new AbortController();
  const owner = { storeId: store.id, storePath: path };
  const intake = new FolderIntake(context, channel, { owner, signal: stop.signal });
  const drop = (number: number) => {
    const { name, bytes } = goodFile(number, 8);
    writeFileSync(`${channel.path}/${name}`, bytes);
  };
  await intake.open();
  const running = intake.run();
  const isTaken = (files: number) => async () =>
    (await store.reports.counts()).files.recorded === files &&
    readdirSync(channel.work).length === 0;
  drop(1);
  await until("the first is taken", isTaken(1));
  drop(2);
  await until("the second is taken", isTaken(2));
  await until("it waits", () => intake.status().state === "waiting");
  drop(3);
  await until("the third is seen", () => intake.status().lastListingAt !== null);
  expect(intake.status().problem).toMatch(/^About 16 messages wait to be routed, more than the 10/);
  expect((await store.reports.counts()).files.recorded).toBe(2);
  await routePending(store, processDefinitions);
  await until("the third is taken", isTaken(3));
  expect(intake.status()).toMatchObject({ state: "watching", problem: null });
  expect(said.filter((line) => /^waits: About 16|^goes on/.test(line))).toHaveLength(2);
  stop.abort();
  await running;
});
