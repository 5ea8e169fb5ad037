import { eventNames } from "../../app/asked/event-name.ts";
import { tellEverything } from "../../app/lineage/everything.ts";
import { LineageTracer } from "../../app/lineage/lineage-tracer.ts";
import { storyOfAllNotTaken, storyOfNotTaken } from "../../app/lineage/not-taken.ts";
import type { Formatter, Story } from "../../app/lineage/story.ts";
import { viewLineage } from "../../app/views/lineage-view.ts";
import { viewStuckItem } from "../../app/views/stuck-view.ts";
import { type Reference, referenceFrom } from "../../core/stuck/reference.ts";
import { kindsOf, seeMoreOf, storyNouns } from "../../core/stuck/stuck-kinds.ts";
import { utcTime } from "../../core/text/utc-time.ts";
import type { Store } from "../../store/port/store.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { CommandFailure, type ExitCode, exitCode } from "../failure.ts";
import type { Output } from "../output.ts";
import { localTime } from "../print/local-time.ts";
import { adviceText, remedyCommand } from "../print/remedy-command.ts";
import { oneLine, visible } from "../print/visible.ts";
import { type Session, withStore } from "../session.ts";
import { type Meaning, meaningOf, nameIn } from "./meaning.ts";
import { NotTakenFiles } from "./not-taken-files.ts";
import { itemLines } from "./stuck-lines.ts";

/** `busbar why ID`: the whole story of a thing: what it came of, back to the bytes, and what it led to. */
export function why(
  context: CommandContext,
  words: readonly string[],
  { json }: JsonOption,
): Promise<ExitCode> {
  return withStore(context, async (session) => {
    const { store } = session;
    const nameEvent = eventNames(await session.catalogue(), await session.definitions());
    const formatter = {
      moment: json ? utcTime : localTime,
      event: (type: string) => (json ? type : nameEvent(type)),
    };
    const reference = referenceFrom(words);
    if (reference !== null && seeMoreOf(reference.noun) !== null)
      return await whyStuck(context.output, store, reference, json);
    const story = await storyOf(session, formatter, words, reference);
    if (json) await context.output.json(viewLineage(story));
    else await print(context.output, story);
    return exitCode.good;
  });
}

async function whyStuck(
  output: Output,
  store: Store,
  { noun, id }: Reference,
  json = false,
): Promise<ExitCode> {
  const keys = kindsOf(noun).map((kind) => ({ kind, number: Number(id) }));
  const [item] = await store.stuck.at(keys);
  if (item === undefined)
    throw new CommandFailure(`${noun} ${id} is not stuck; \`busbar stuck --all\` shows what is`);
  if (json) await output.json(viewStuckItem(item));
  else {
    const more = seeMoreOf(noun);
    await output.lines([...itemLines(viewStuckItem(item)), "Go on"]);
    if (more !== null) await output.line(`  ${adviceText(more)}`);
  }
  return exitCode.good;
}

/** The story of what the words mean: of one thing, or of all that bears a key, a name or an identifier. */
async function storyOf(
  session: Session,
  formatter: Formatter,
  words: readonly string[],
  reference: Reference | null,
): Promise<Story> {
  const { store } = session;
  const meant = await meaningOf(store, words, reference);
  const notTaken = new NotTakenFiles(session);
  const atChannels = reference === null ? await notTaken.called(nameIn(meant.text)) : [];
  const story =
    (await storyInStore(new LineageTracer(store, formatter), meant)) ??
    storyOfAllNotTaken(meant.text, atChannels, formatter.moment);
  if (story === null) throw notThere(words, notTaken.doubt());
  if (meant.findings.length === 0) return story;
  const notes = [
    ...(meant.changed === null ? [] : [`read ${meant.changed}`]),
    ...story.notes,
    ...atChannels
      .map((file) => storyOfNotTaken(file, formatter.moment))
      .map(({ item, said, notes: why }) => `${item}: ${[said, ...why].join("; ")}`),
  ];
  return { ...story, notes };
}

async function storyInStore(tracer: LineageTracer, meant: Meaning): Promise<Story | null> {
  const [only, ...others] = meant.findings;
  if (only === undefined) return null;
  return others.length === 0 && meant.waiting === 0
    ? await tracer.tell(only.noun, only.id)
    : await tellEverything(tracer, meant.text, meant);
}

function notThere(words: readonly string[], doubt: string): CommandFailure {
  return new CommandFailure(
    `nothing in the store is called ${visible(words.join(" "))}, and no channel names such a file; name a thing as lists do, e.g. \`file 12\`, \`event 34\`, \`process order/4711\`, a file by its whole name, or a key such as an MPAN core; \`busbar search TEXT\` finds things by a part of their names, \`busbar file list --name TEXT\` files${doubt}`,
  );
}

async function print(output: Output, story: Story): Promise<void> {
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
  if (story.goOn.length > 0)
    await output.lines([
      "",
      "Go on",
      ...story.goOn.map((remedy) => `  ${visible(remedyCommand(remedy))}`),
    ]);
}

/** What stands above what a story leads to: of what bears one name, that is the things that bear it. */
function headingOf({ item }: Story): string {
  if (item.startsWith("process ")) return "Its events";
  return storyNouns.some((noun) => item.startsWith(`${noun} `)) ? "Led to" : "Found";
}

/** A thing beneath another, with what is beneath it in turn. */
async function branch(
  output: Output,
  story: Story,
  indent: string,
  way: "because" | "ledTo",
): Promise<void> {
  await output.line(`${indent}${visible(story.item)}: ${oneLine(story.said)}`);
  await output.lines(story.notes.map((note) => `${plain(indent)}    ${oneLine(note)}`));
  // Of a process's events, what brought each is told as well.
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
