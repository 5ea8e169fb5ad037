import { type Command, Option } from "commander";
import type { JourneyFilter } from "../core/file/journey-filter.ts";
import { momentFrom } from "./moment.ts";

/** Of lists of files: by the envelope, and by when they were recorded or made. */
export interface EnvelopeFilters extends JourneyFilter {
  /** Milliseconds since 1970. */
  readonly since?: number;
  readonly until?: number;
}

/** Adds the options; `made`: what the moments are of, e.g. `recorded`. */
export function withEnvelopeFilters(command: Command, made: string): Command {
  const moment = (flags: string, about: string, end: "start" | "end") =>
    new Option(flags, about).argParser((text: string) => momentFrom(text, end));
  return command
    .option("--flow <flow>", "only of this flow, e.g. D0010")
    .option("--sender <id>", "only from this sender, e.g. UDMS or D:UDMS")
    .option("--recipient <id>", "only to this recipient, e.g. SUPP or X:SUPP")
    .addOption(moment("--since <moment>", `only ${made} since then, e.g. 2026-03-02`, "start"))
    .addOption(moment("--until <moment>", `only ${made} by then`, "end"));
}

/** What of the options was said, for the store to look for. */
export function envelopeFilterOf(options: EnvelopeFilters): EnvelopeFilters {
  const { flow, sender, recipient, since, until } = options;
  return {
    ...(flow !== undefined && { flow: flow.toUpperCase() }),
    ...(sender !== undefined && { sender }),
    ...(recipient !== undefined && { recipient }),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
  };
}
