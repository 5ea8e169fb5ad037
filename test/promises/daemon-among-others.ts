/** A daemon with errands to run that others soon take for dead, on a machine whose clock may be wrong: see `runToDeath`. */
import { errands } from "./errands.ts";
import { runToDeath } from "./run-to-death.ts";

const offMs = Number(process.env["TEST_CLOCK_OFF_MS"] ?? 0);
const right = Date.now;
if (offMs !== 0) Date.now = () => right() + offMs;

await runToDeath({ definitions: errands, leaseTimes: { beatMs: 300, staleMs: 3_000 } });
