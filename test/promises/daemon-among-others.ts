/** A daemon with errands to run that others soon take for dead: see `runToDeath`. */
import { errands } from "./errands.ts";
import { runToDeath } from "./run-to-death.ts";

await runToDeath({ definitions: errands, leaseTimes: { beatMs: 300, staleMs: 3_000 } });
