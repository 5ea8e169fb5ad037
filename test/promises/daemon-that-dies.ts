/** The daemon in a process of its own, for tests that kill it: see `runToDeath`. */
import { runToDeath } from "./run-to-death.ts";

await runToDeath();
