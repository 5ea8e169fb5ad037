/**
 * Moving a store in a process of its own, for tests that kill it: `node moving-that-dies.ts CONFIG.json FROM TO STEP`
 * kills itself with SIGKILL at the step; `copying` is one in the middle of the rows.
 */
import { readFileSync } from "node:fs";
import { moveInstallation } from "../../src/app/commands/daemon/move-store.ts";
import type { BusbarConfig } from "../../src/config/config.ts";

const [path = "", from = "", to = "", deadly = ""] = process.argv.slice(2);
const config = JSON.parse(readFileSync(path, "utf8")) as BusbarConfig;
const die = (step: string) => {
  if (step === deadly) process.kill(process.pid, "SIGKILL");
};
await moveInstallation(config, {
  from,
  to,
  onProgress: ({ stage, table }) => {
    if (stage !== "copying" || table === "messages") die(stage);
  },
  onStep: die,
});
