import { listAwaitedAnswers } from "../../app/queries/lists/awaited-answers.ts";
import { listExpectedFiles } from "../../app/queries/lists/expected-files.ts";
import type { AwaitedAnswerView, ExpectedFileView } from "../../app/views/expected-view.ts";
import { localTime } from "../../runtime/local-time.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { printList } from "../print/list-page.ts";
import type { ListOptions } from "../print/listing.ts";
import { type Column, printTable } from "../print/table.ts";
import { withStore } from "../session.ts";

const fileColumns: readonly Column<ExpectedFileView>[] = [
  { heading: "FILE", cell: ({ name }) => name },
  { heading: "LAST DUE", cell: ({ last }) => (last === null ? "-" : localTime(last.dueAt)) },
  { heading: "", cell: ({ last }) => lastSaid(last) },
  { heading: "NEXT DUE", cell: ({ nextDue }) => localTime(nextDue) },
];

const answerColumns: readonly Column<AwaitedAnswerView>[] = [
  { heading: "SENT", cell: ({ askedAt }) => localTime(askedAt) },
  { heading: "FLOW", cell: ({ flow }) => flow },
  { heading: "TO", cell: ({ to }) => to ?? "-" },
  { heading: "ABOUT", cell: ({ processType, key }) => `${processType} ${key}` },
  { heading: "ANSWER", cell: ({ flows }) => flows.join(" or ") },
  { heading: "DUE", cell: ({ dueAt }) => localTime(dueAt) },
  { heading: "", cell: ({ state }) => (state === "overdue" ? "overdue" : "") },
];

/** `busbar expected`: what others are to send us, and what of it is late; behind a page of answers only answers. */
export function expected(context: CommandContext, options: ListOptions): Promise<ExitCode> {
  const { output } = context;
  return withStore(context, async (session) => {
    const files = options.after === undefined ? await listExpectedFiles(session) : [];
    if (options.json) for (const file of files) await output.json(file);
    else if (options.after === undefined) {
      if (files.length === 0)
        await output.line("No files are expected; `expected:` in busbar.yaml says which are.");
      await printTable(output, fileColumns, files);
      await output.line();
    }
    const shown = answerColumns;
    const nothing = "No answers are awaited.";
    await printList(context, options, session, {
      query: listAwaitedAnswers,
      wanted: {},
      shown,
      nothing,
    });
    return exitCode.good;
  });
}

function lastSaid(last: ExpectedFileView["last"]): string {
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
