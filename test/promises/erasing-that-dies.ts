/**
 * Erasing in a process of its own, for tests that kill it: `node erasing-that-dies.ts CONFIG.json KEY STEP OCCURRENCE`
 * kills itself with SIGKILL when the step has been done so many times; without a step it erases to the end.
 */
import { readFileSync } from "node:fs";
import { eraseSubject } from "../../src/app/commands/erasure/erase-subject.ts";
import { openInstallation } from "../../src/app/installation/open-installation.ts";
import type { BusbarConfig } from "../../src/config/config.ts";

const [path = "", key = "", deadly = "", occurrence = "1"] = process.argv.slice(2);
const config = JSON.parse(readFileSync(path, "utf8")) as BusbarConfig;
const of = await openInstallation(config);
let done = 0;
await eraseSubject(of, { key, isDry: false }, { actor: "Ann", reason: "asked for" }, (step) => {
  if (step !== deadly) return;
  done += 1;
  if (done === Number(occurrence)) process.kill(process.pid, "SIGKILL");
});
await of.close();
