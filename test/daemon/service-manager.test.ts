import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { noServiceManager, serviceManager } from "../../src/daemon/service/service-manager.ts";
import { feedWatchdog } from "../../src/daemon/service/watchdog.ts";
import type { Log } from "../../src/runtime/log.ts";
import { until } from "../promises/workplace.ts";
import { OwnTime } from "../runtime/own-time.ts";
import { type Receiver, receiverAt } from "./notify-receiver.ts";

let folder: string;
let said: string[];
let receiver: Receiver | null;
const log: Log = {
  debug: () => {},
  info: () => {},
  warn: ({ event }) => void said.push(event),
  error: ({ event }) => void said.push(event),
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "busbar-"));
  said = [];
  receiver = null;
});
afterEach(async () => {
  await receiver?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("systemd", () => {
  test.each(["path", "abstract"])(
    "is notified at a socket of a %s name how the daemon is",
    async (kind) => {
      const address = kind === "path" ? join(folder, "notify") : `@busbar-test-${process.pid}`;
      receiver = await receiverAt(address);
      const environment = { NOTIFY_SOCKET: address, WATCHDOG_USEC: "180000000", OTHER: "stays" };
      const manager = await serviceManager(environment, log);
      expect(environment).toEqual({ OTHER: "stays" });
      expect(manager.watchdogMs).toBe(180_000);
      manager.ready("takes files\nfrom 2 channels");
      manager.reloading();
      manager.alive();
      manager.stopping();
      const { messages } = receiver;
      await until("all came", () => messages.length === 4);
      expect(messages[0]).toBe("READY=1\nSTATUS=takes files from 2 channels");
      expect(messages[1]).toMatch(/^RELOADING=1\nMONOTONIC_USEC=\d+$/);
      expect(messages[2]).toBe("WATCHDOG=1");
      expect(messages[3]).toMatch(/^STOPPING=1\n/);
      expect(said).toEqual([]);
    },
  );

  test("that is not there is sent nothing, and one that went away is said once", async () => {
    expect(await serviceManager({}, log)).toBe(noServiceManager);
    expect(await serviceManager({ NOTIFY_SOCKET: "relative" }, log)).toBe(noServiceManager);
    const gone = await serviceManager({ NOTIFY_SOCKET: join(folder, "gone") }, log);
    gone.ready("takes files");
    gone.alive();
    expect(said).toEqual(["service-manager-lost"]);
  });

  test("has its watchdog of another process left alone", async () => {
    const environment = { NOTIFY_SOCKET: join(folder, "n"), WATCHDOG_USEC: "1", WATCHDOG_PID: "1" };
    expect((await serviceManager(environment, log)).watchdogMs).toBe(null);
  });
});

test("the watchdog is fed while the loops turn, and not when one hangs", async () => {
  const time = new OwnTime();
  let hanging: string[] = [];
  const fed: number[] = [];
  const manager = { ...noServiceManager, watchdogMs: 30_000, alive: () => fed.push(1) };
  const end = feedWatchdog(manager, { hanging: () => hanging }, log, time.timer);
  await time.pass(60_000);
  expect(fed).toHaveLength(7);
  hanging = ["routing"];
  await time.pass(60_000);
  expect(fed).toHaveLength(7);
  expect(said).toEqual(["daemon-hangs"]);
  hanging = [];
  await time.pass(10_000);
  expect(fed).toHaveLength(8);
  end();
  await time.pass(60_000);
  expect(fed).toHaveLength(8);
});
