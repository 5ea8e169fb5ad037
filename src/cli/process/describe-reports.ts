import { type Command, InvalidArgumentError, Option } from "commander";
import type { FileKey } from "../../app/queries/file-report.ts";
import type { EventKey } from "../../app/queries/reports.ts";
import { withEnvelopeFilters } from "../list-filters.ts";
import { momentFrom } from "../moment.ts";
import { jsonOption, type RunCommand, withExample } from "../words.ts";
import type { EventReportOptions, FileReportOptions, ReportOptions } from "./report.ts";

/** What `--by` may name. */
const eventKeys: readonly EventKey[] = ["type", "process-type", "day", "sender"];

/** What the report on files may be by, and is where nobody says. */
const fileKeys: readonly FileKey[] = ["day", "channel", "flow", "sender", "state", "problem"];
const usualFileKeys: FileKey[] = ["day", "flow", "sender", "state"];

/** Adds `report …`. */
export function describeReports(program: Command, run: RunCommand): void {
  const report = withExample(program.command("report"), "busbar report events --by day,type --csv");
  report.description("sums over all there is: files, events, processes, durations");

  reporting(report.command("events"), "busbar report events --by day,sender --since 2026-03-01")
    .description("how many events there are, void ones left out")
    .addOption(
      new Option("--by <keys>", `what to count by: ${eventKeys.join(", ")}; several with commas`)
        .default(["type"], "type")
        .argParser(keysFrom),
    )
    .addOption(sinceOption())
    .option("--zone <zone>", "whose days are meant, e.g. Europe/London (default: the computer's)")
    .action((options: EventReportOptions) =>
      run(async (context) => (await import("./report.ts")).reportEvents(context, options)),
    );

  withEnvelopeFilters(
    withExample(
      report.command("files"),
      "busbar report files --since 2026-03-02 --until 2026-03-02",
      "busbar report files --by problem,flow --csv",
    ),
    "recorded",
  )
    .description(
      "how many files came, with messages, problems and what was out of sequence: what to reconcile with senders each day",
    )
    .addOption(
      new Option("--by <keys>", `what to count by: ${fileKeys.join(", ")}; several with commas`)
        .default(usualFileKeys, usualFileKeys.join(","))
        .argParser((text: string) => keysOf(text, fileKeys)),
    )
    .option("--channel <name>", "only from this channel")
    .option("--problem <code>", "only with this error or warning, of a message too; or any")
    .option("--zone <zone>", "whose days are meant, e.g. Europe/London (default: the computer's)")
    .option("--csv", "as CSV, with a line of names")
    .addOption(jsonOption())
    .action((options: FileReportOptions) =>
      run(async (context) => (await import("./report.ts")).reportFiles(context, options)),
    );

  reporting(report.command("processes"), "busbar report processes --type order")
    .description("how many processes there are of each type and status, as last built")
    .action((options: ReportOptions) =>
      run(async (context) => (await import("./report.ts")).reportProcesses(context, options)),
    );

  reporting(
    report.command("durations"),
    "busbar report durations --type order --from CUSTOMER_REQUESTED --to PACKAGE_DELIVERED",
  )
    .description(
      "how long processes took from one event to another: shortest, percentiles, longest; an event counts from when its file was sent: by the file's header, and where it has none, as in CSV, from when the file was first seen",
    )
    .requiredOption("--from <event>", "type of the event it begins with, its first on a process")
    .requiredOption("--to <event>", "type of the event it ends with, the first sent no earlier")
    .addOption(sinceOption())
    .action((options: ReportOptions & { from: string; to: string }) =>
      run(async (context) => (await import("./report.ts")).reportDurations(context, options)),
    );
}

function reporting(command: Command, example: string): Command {
  return withExample(command, example)
    .option("--type <type>", "only processes of this type")
    .option("--csv", "as CSV, with a line of names")
    .addOption(jsonOption());
}

function sinceOption(): Option {
  const about = "only events recorded since then";
  return new Option("--since <moment>", about).argParser((text: string) =>
    momentFrom(text, "start"),
  );
}

function keysFrom(text: string): EventKey[] {
  return keysOf(text, eventKeys);
}

/** Keys that a person names, with commas between. */
function keysOf<Key extends string>(text: string, known: readonly Key[]): Key[] {
  return text.split(",").map((word) => {
    const key = known.find((one) => one === word.trim());
    if (key !== undefined) return key;
    throw new InvalidArgumentError(`Each must be one of ${known.join(", ")}.`);
  });
}
