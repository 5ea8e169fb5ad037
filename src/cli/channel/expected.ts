import {
  viewAwaitedAnswer,
  viewExpectedFile,
  type WatchedFile,
} from "../../app/views/expected-view.ts";
import { nextDue } from "../../build/watch-expected.ts";
import { openCalendars } from "../../config/calendars.ts";
import type { AwaitedAnswer, ExpectedMoment } from "../../core/process/expected.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { type ListOptions, limitOf } from "../print/listing.ts";
import { localTime } from "../print/local-time.ts";
import { type Column, printTable } from "../print/table.ts";
import { withStore } from "../session.ts";

/** Most answers that are listed when nobody says otherwise but `--json`. */
const mostAnswers = 100_000;

const fileColumns: readonly Column<WatchedFile>[] = [
  { heading: "FILE", cell: ({ expected }) => expected.name },
  { heading: "LAST DUE", cell: ({ last }) => (last === null ? "-" : localTime(last.dueAt)) },
  { heading: "", cell: ({ last }) => lastSaid(last) },
  { heading: "NEXT DUE", cell: ({ nextAt }) => localTime(nextAt) },
];

const answerColumns: readonly Column<AwaitedAnswer>[] = [
  { heading: "SENT", cell: ({ askedAt }) => localTime(askedAt) },
  { heading: "FLOW", cell: ({ flow }) => flow },
  { heading: "TO", cell: ({ to }) => to ?? "-" },
  { heading: "ABOUT", cell: ({ processType, key }) => `${processType} ${key}` },
  { heading: "ANSWER", cell: ({ flows }) => flows.join(" or ") },
  { heading: "DUE", cell: ({ dueAt }) => localTime(dueAt) },
  { heading: "", cell: ({ state }) => (state === "overdue" ? "overdue" : "") },
];

/** `busbar expected`: what others are to send us, and what of it is late. */
export function expected(context: CommandContext, options: ListOptions): Promise<ExitCode> {
  const { output } = context;
  return withStore(context, async ({ config, store, clock }) => {
    const calendars = openCalendars(config);
    const files: WatchedFile[] = [];
    for (const one of config.expected) {
      const last = await store.expected.last(one.name);
      files.push({ expected: one, last, nextAt: nextDue(calendars, one, clock.wall()) });
    }
    const answers = await store.awaited.list(limitOf(options) ?? mostAnswers);
    if (options.json) {
      for (const file of files) await output.json(viewExpectedFile(file));
      for (const answer of answers) await output.json(viewAwaitedAnswer(answer));
      return exitCode.good;
    }
    if (files.length === 0)
      await output.line("No files are expected; `expected:` in busbar.yaml says which are.");
    await printTable(output, fileColumns, files);
    await output.line();
    if (answers.length === 0) await output.line("No answers are awaited.");
    await printTable(output, answerColumns, answers);
    return exitCode.good;
  });
}

function lastSaid(last: ExpectedMoment | null): string {
  switch (last?.state) {
    case "came":
      return `came, file ${last.file}`;
    case "missing":
      return "missing";
    case "began":
      return "watched since";
    default:
      return "not watched yet";
  }
}
