import { compareFiles, type FileDifference } from "../../app/queries/file-difference.ts";
import { viewFileDifference } from "../../app/views/file-difference-view.ts";
import type { DiffLine } from "../../core/text/diff-lines.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { visible } from "../output.ts";
import { withStore } from "../session.ts";

/** Lines that are the same are shown so many before and behind one that is not. */
const aroundLines = 2;

/** `busbar file diff`: two files line by line. */
export function fileDiff(
  context: CommandContext,
  [first, second]: readonly [number, number | undefined],
  options: JsonOption,
): Promise<ExitCode> {
  const { output } = context;
  return withStore(context, async (session) => {
    const found = await compareFiles(session, { first, ...(second !== undefined && { second }) });
    if (options.json) await output.json(viewFileDifference(found));
    else await output.lines(linesOf(found));
    return exitCode.good;
  });
}

function linesOf({ first, second, lines }: FileDifference): string[] {
  const head = [
    `- file ${first.id}, ${first.state}: ${visible(first.name)}`,
    `+ file ${second.id}, ${second.state}: ${visible(second.name)}`,
  ];
  if (lines === null) return [...head, "They have too little in common to compare line by line."];
  const isShown = lines.map((_, at) =>
    lines
      .slice(Math.max(0, at - aroundLines), at + aroundLines + 1)
      .some((one) => one.in !== "both"),
  );
  if (!isShown.includes(true)) return [...head, "They have the same bytes."];
  return [
    ...head,
    ...lines.flatMap((line, at) => {
      if (isShown[at] !== true) return [];
      const gap = at > 0 && isShown[at - 1] !== true ? ["…"] : [];
      return [...gap, lineText(line)];
    }),
  ];
}

function lineText(line: DiffLine): string {
  const text = visible(line.text.replace(/\r$/, ""));
  if (line.in === "both") return `  ${String(line.second).padStart(6)}  ${text}`;
  if (line.in === "first") return `- ${String(line.first).padStart(6)}  ${text}`;
  return `+ ${String(line.second).padStart(6)}  ${text}`;
}
