import { type Command, Option } from "commander";
import { momentFrom } from "./moment.ts";

/** Adds the options; `made`: what the moments are of, e.g. `recorded`; `those`: whose envelope it is. */
export function withEnvelopeFilters(command: Command, made: string, those = ""): Command {
  const moment = (flags: string, about: string, end: "start" | "end") =>
    new Option(flags, about).argParser((text: string) => momentFrom(text, end));
  return command
    .option("--flow <flow>", `only ${those}of this flow, e.g. D0010`)
    .option("--sender <id>", `only ${those}from this sender, e.g. UDMS or D:UDMS`)
    .option("--recipient <id>", `only ${those}to this recipient, e.g. SUPP or X:SUPP`)
    .addOption(moment("--since <moment>", `only ${made} since then, e.g. 2026-03-02`, "start"))
    .addOption(moment("--until <moment>", `only ${made} by then`, "end"));
}

/** Adds those of lists of what files brought. */
export function withBroughtFilters(command: Command, made: string, those: string): Command {
  return withEnvelopeFilters(command, made, those).option(
    "--problem <code>",
    `only ${those}with this error or warning, of its message or file, e.g. MPAN_CHECK_DIGIT; or any`,
  );
}
