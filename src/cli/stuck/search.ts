import { type SearchFound, searchFor } from "../../app/queries/search.ts";
import type { FindingView, NotTakenView } from "../../app/views/lineage-view.ts";
import { counted } from "../../runtime/counted.ts";
import { localTime } from "../../runtime/local-time.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { oneLine, visible } from "../output.ts";
import { remedyCommand } from "../print/remedy-command.ts";
import { withStore } from "../session.ts";

/** `busbar search TEXT`. */
export interface SearchOptions extends JsonOption {
  /** Of each kind of thing. */
  readonly limit?: number;
}

/** Things of each kind that people get unless they say otherwise. */
const usualLimit = 20;

/** `busbar search TEXT`: everything that bears the text as its key, name or identifier, or begins with it. */
export function search(
  { output, ...context }: CommandContext,
  words: readonly string[],
  { json, limit = usualLimit }: SearchOptions,
): Promise<ExitCode> {
  return withStore({ output, ...context }, async (session) => {
    const asked = { text: words.join(" ").trim(), limit };
    const found = await searchFor(session, {
      ...asked,
      ...(json !== true && { peopleMoment: localTime }),
    });
    if (!json) await output.lines([readAs(found), ""]);
    for await (const finding of found.findings) {
      if (output.closed) break;
      if (json) await output.json(finding);
      else await output.lines(findingLines(finding));
    }
    for (const file of found.notTaken) {
      if (json) await output.json(file);
      else await output.lines([...findingLines(file), ...goOnLines(file)]);
    }
    if (!json) await output.lines(after(found));
    return exitCode.good;
  });
}

function readAs({ text, changed, match, shape, count }: SearchFound): string {
  const what = visible(text) + (shape === null ? "" : `, ${shape}`);
  const how = changed === null ? "" : `, read ${changed}`;
  const found = counted(count, "thing");
  switch (match) {
    case "exact":
      return `${what}${how}: ${found} by key, name or identifier`;
    case "beginning":
      return `${what}${how}: nothing is called just that; ${found} called what begins with it`;
    case "part":
      return `${what}${how}: nothing is called that; ${found} with it in the name`;
  }
}

function findingLines({ item, said, notes }: FindingView | NotTakenView): string[] {
  return [`${visible(item)}: ${oneLine(said)}`, ...notes.map((note) => `    ${oneLine(note)}`)];
}

function goOnLines({ remedies }: NotTakenView): string[] {
  return remedies.map((remedy) => `    go on: ${visible(remedyCommand(remedy))}`);
}

function after({ waiting, more, first }: SearchFound): string[] {
  return [
    ...(waiting === 0
      ? []
      : ["", `To be sent and in no file yet: ${waiting}; busbar outbound list --messages`]),
    ...(more ? ["", "There may be more: --limit NUMBER shows more of each kind."] : []),
    ...(first === null ? [] : ["", `The whole story of one: busbar why ${visible(first)}`]),
  ];
}
