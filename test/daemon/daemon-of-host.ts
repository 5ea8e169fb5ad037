/** The daemon in a process of its own, on the machine that BUSBAR_HOST names: configuration, heartbeat, stale time. */
import { readFileSync } from "node:fs";
import { pino } from "pino";
import type { BusbarConfig } from "../../src/config/config.ts";
import { runDaemon } from "../../src/daemon/run-daemon.ts";
import { StoreError } from "../../src/store/port/store-error.ts";

const [configPath = "", beatMs, staleMs] = process.argv.slice(2);
const stop = new AbortController();
process.once("SIGTERM", () => stop.abort());
try {
  await runDaemon(JSON.parse(readFileSync(configPath, "utf8")) as BusbarConfig, {
    signal: stop.signal,
    log: pino({ level: "silent" }),
    leaseTimes: { beatMs: Number(beatMs), staleMs: Number(staleMs) },
    onReady: () => process.stdout.write("ready\n"),
  });
  process.stdout.write("ended\n");
} catch (error) {
  if (!(error instanceof StoreError)) throw error;
  process.stdout.write(`${error.code}: ${error.message}\n`);
}
