import { tellWhy } from "../../app/queries/lineage.ts";
import type { LineageView } from "../../app/views/lineage-view.ts";
import { storyNouns } from "../../core/stuck/nouns.ts";
import { localTime } from "../../runtime/local-time.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { type Output, oneLine, visible } from "../output.ts";
import { adviceText, remedyCommand } from "../print/remedy-command.ts";
import { withStore } from "../session.ts";
import { itemLines } from "./stuck-lines.ts";

/** `busbar why ID`: the whole story of a thing: what it came of, back to the bytes, and what it led to. */
export function why(
  { output, ...context }: CommandContext,
  words: readonly string[],
  { json }: JsonOption,
): Promise<ExitCode> {
  return withStore({ output, ...context }, async (session) => {
    const asked = { words, ...(json !== true && { peopleMoment: localTime }) };
    const told = await tellWhy(session, asked);
    if (json) await output.json(told.is === "lineage" ? told.lineage : told.item);
    else if (told.is === "lineage") await print(output, told.lineage);
    else {
      await output.lines([...itemLines(told.item), "Go on"]);
      if (told.more !== null) await output.line(`  ${adviceText(told.more)}`);
    }
    return exitCode.good;
  });
}

async function print(output: Output, story: LineageView): Promise<void> {
  await output.line(`${visible(story.item)}: ${oneLine(story.said)}`);
  await output.lines(story.notes.map((note) => `  ${oneLine(note)}`));
  if (story.because.length > 0) {
    await output.lines(["", "Because of"]);
    for (const cause of story.because) await branch(output, cause, "  ", "because");
  }
  if (story.ledTo.length > 0) {
    await output.lines(["", headingOf(story)]);
    for (const effect of story.ledTo) await branch(output, effect, "  ", "ledTo");
    if (story.more > 0) await output.line(`  and ${story.more} more`);
  }
  if (story.remedies.length > 0)
    await output.lines([
      "",
      "Go on",
      ...story.remedies.map((remedy) => `  ${visible(remedyCommand(remedy))}`),
    ]);
}

/** What is above what a story leads to: of what bears one name, that is the things that bear it. */
function headingOf({ item }: LineageView): string {
  if (item.startsWith("process ")) return "Its events";
  return storyNouns.some((noun) => item.startsWith(`${noun} `)) ? "Led to" : "Found";
}

/** A thing beneath another, with what is beneath it in turn. */
async function branch(
  output: Output,
  story: LineageView,
  indent: string,
  way: "because" | "ledTo",
): Promise<void> {
  await output.line(`${indent}${visible(story.item)}: ${oneLine(story.said)}`);
  await output.lines(story.notes.map((note) => `${plain(indent)}    ${oneLine(note)}`));
  // Of a process's events, what brought each is reported as well.
  if (way === "ledTo")
    for (const cause of story.because)
      await branch(output, cause, `${indent}  because of `, "because");
  for (const next of story[way])
    await branch(output, next, `${way === "ledTo" ? indent : plain(indent)}  `, way);
  if (way === "ledTo" && story.more > 0) await output.line(`${indent}  and ${story.more} more`);
}

/** An indent without the words in it. */
function plain(indent: string): string {
  return " ".repeat(indent.length);
}
