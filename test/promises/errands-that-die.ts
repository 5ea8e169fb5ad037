/** The same daemon with errands to run: see `runToDeath`. */
import { errands } from "./errands.ts";
import { runToDeath } from "./run-to-death.ts";

await runToDeath({ definitions: errands });
