import { readFileSync, writeSync } from "node:fs";
import { flushCompileCache } from "node:module";
import { pino } from "pino";
import type { BusbarConfig } from "../../src/config/config.ts";
import { BufferedLog } from "../../src/daemon/buffered-log.ts";
import type { DaemonOptions } from "../../src/daemon/daemon-options.ts";
import { runDaemon } from "../../src/daemon/run-daemon.ts";

/**
 * Runs the daemon as the program's words say, `CONFIG.json [STEP OCCURRENCE]`: it kills itself with
 * SIGKILL when the step has been done so many times; SIGTERM stops it cleanly. Prints `ready`, or why it
 * could not start.
 */
export async function runToDeath(
  options: Pick<DaemonOptions, "definitions" | "leaseTimes"> = {},
): Promise<void> {
  const [configPath = "", deadlyStep = "", occurrence = "1"] = process.argv.slice(2);
  const config = JSON.parse(readFileSync(configPath, "utf8")) as BusbarConfig;
  const stop = new AbortController();
  process.on("SIGTERM", () => stop.abort());
  let done = 0;
  try {
    await runDaemon(config, {
      ...options,
      log: pino({ level: config.log }, new BufferedLog(process.stdout.fd)),
      signal: stop.signal,
      onReady: () => {
        // A process that is killed would leave nothing for the next one's start.
        flushCompileCache();
        writeSync(1, "ready\n");
      },
      onStep: (step) => {
        if (step !== deadlyStep) return;
        done += 1;
        if (done === Number(occurrence)) process.kill(process.pid, "SIGKILL");
      },
    });
  } catch (error) {
    writeSync(2, `${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  }
}
