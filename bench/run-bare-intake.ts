/** Runs the bare loop as a program of its own: `node bench/run-bare-intake.ts <store> <inbox> <archive>`. */
import { bareIntake } from "./bare-intake.ts";

const [store = "", inbox = "", archive = ""] = process.argv.slice(2);
bareIntake(store, inbox, archive);
