import { type Command, Option } from "commander";
import type { JourneyFilter } from "../core/file/journey-filter.ts";
import type { BroughtFilter } from "../store/port/events/event-store.ts";
import { momentFrom } from "./moment.ts";
import { problemCode } from "./problem-code.ts";

/** Of lists of files: by the envelope, and by when they were recorded or made. */
export interface EnvelopeFilters extends JourneyFilter {
  /** Milliseconds since 1970. */
  readonly since?: number;
  readonly until?: number;
}

/** Of lists of what files brought: by problems as well. */
export interface BroughtFilters extends EnvelopeFilters {
  /** Code of a problem, or `any`. */
  readonly problem?: string;
}

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

/** What of them was said, for the store to look for; null when none was. Throws when there is no such code. */
export function broughtFilterOf(options: BroughtFilters): BroughtFilter | null {
  const { problem } = options;
  const filter = {
    ...envelopeFilterOf(options),
    ...(problem !== undefined && { problem: problemAsked(problem) }),
  };
  return Object.keys(filter).length === 0 ? null : filter;
}

/** The code of a problem that is asked for, or `any`. */
export function problemAsked(said: string): string {
  return said.toLowerCase() === "any" ? "any" : problemCode(said);
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
