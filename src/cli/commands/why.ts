import { openCatalogue } from "../../catalogue/open.ts";
import type { Store } from "../../core/store.ts";
import { kindsOfThings } from "../../core/stuck.ts";
import { type Story, type StoryNoun, storyNouns } from "../../engine/story.ts";
import { StoryTeller } from "../../engine/story-teller.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { definitionsOf } from "../definitions.ts";
import { CommandFailure, type ExitCode, exitCode } from "../failure.ts";
import type { Output } from "../output.ts";
import { eventNames } from "../print/event-name.ts";
import { isoTime, localTime } from "../print/local-time.ts";
import { itemJson, itemLines } from "../print/stuck-lines.ts";
import { oneLine, visible } from "../print/visible.ts";
import { type Noun, type Reference, referenceFrom } from "../reference.ts";
import { withStore } from "../session.ts";

/** `busbar why ID`: the whole story of a thing: what it came of, back to the bytes, and what it led to. */
export function why(
  context: CommandContext,
  words: readonly string[],
  { json }: JsonOption,
): Promise<ExitCode> {
  return withStore(context, async ({ config, store }) => {
    const nameEvent = eventNames(await openCatalogue(config), await definitionsOf({ config }));
    const wording = {
      moment: json ? isoTime : localTime,
      event: (type: string) => (json ? type : nameEvent(type)),
    };
    const reference = referenceFrom(words);
    if (reference !== null && goesOnWith[reference.noun] !== undefined)
      return await whyStuck(context.output, store, reference, json);
    const [noun, id] = await meant(store, words);
    const story = await new StoryTeller(store, wording).tell(noun, id);
    if (story === null) throw notThere(words);
    if (json) await context.output.json(story);
    else await print(context.output, story);
    return exitCode.good;
  });
}

/** What has no story but being stuck, and how to go on with it. */
const goesOnWith: Readonly<Partial<Record<Noun, string>>> = {
  lane: "What waits for a channel, and the actions that asked for it: busbar outbound list --messages",
  outbox:
    "What waits to be sent, and the action that asked for it: busbar outbound list --messages",
  expected: "What others are to send: busbar expected",
  gap: "The channel by which later numbers came: busbar channel list, then busbar channel show NAME",
};

async function whyStuck(
  output: Output,
  store: Store,
  { noun, id }: Reference,
  json = false,
): Promise<ExitCode> {
  const keys = kindsOfThings[noun].map((kind) => ({ kind, number: Number(id) }));
  const [item] = await store.stuckAt(keys);
  if (item === undefined)
    throw new CommandFailure(`${noun} ${id} is not stuck; \`busbar stuck --all\` shows what is`);
  if (json) await output.json(itemJson(item));
  else await output.lines([...itemLines(item), "Go on", `  ${goesOnWith[noun] ?? ""}`]);
  return exitCode.good;
}

/** What the words mean: a thing by its noun, or a number or key that only one thing has. */
async function meant(
  store: Store,
  words: readonly string[],
): Promise<readonly [StoryNoun, number]> {
  const reference = referenceFrom(words);
  const candidates =
    reference === null ? await anything(store, words) : await named(store, reference);
  const [only, ...others] = candidates;
  if (only === undefined && reference === null) return ["file", await fileNamed(store, words)];
  if (only === undefined) throw notThere(words);
  if (others.length === 0) return [only.noun, only.id];
  const which = candidates.map(({ said }) => `\`busbar why ${said}\``).join(" or ");
  throw new CommandFailure(
    `${visible(words.join(" "))} may be one of several things; say which: ${which}`,
    exitCode.usage,
  );
}

/** Files of one name that are listed. */
const mostNamed = 20;

/** The number of the file with that name, said alone or behind the word `file`. */
async function fileNamed(store: Store, words: readonly string[]): Promise<number> {
  const name = words.join(" ").replace(/^file /, "");
  const files = await Array.fromAsync(store.files({ name, limit: mostNamed + 1 }));
  const [only, ...others] = files.toReversed();
  if (only === undefined) throw notThere(words);
  if (others.length === 0) return only.id;
  const lines = [only, ...others]
    .slice(0, mostNamed)
    .map(
      ({ id, state, recordedAt }) => `  busbar why file ${id}  ${localTime(recordedAt)}  ${state}`,
    );
  const more =
    files.length > mostNamed ? [`  and more; \`busbar file list --name\` lists all`] : [];
  throw new CommandFailure(
    [
      `several files are named ${visible(name)}; say which, the newest first:`,
      ...lines,
      ...more,
    ].join("\n"),
    exitCode.usage,
  );
}

interface Candidate {
  readonly noun: StoryNoun;
  readonly id: number;
  /** How it is named without doubt. */
  readonly said: string;
}

async function named(store: Store, { noun, id }: Reference): Promise<Candidate[]> {
  if (noun === "process") return processes(store, id);
  const told = storyNouns.find((one) => one === noun);
  if (told !== undefined) return [{ noun: told, id: Number(id), said: `${noun} ${id}` }];
  return [];
}

/** Everything that a word alone may mean. */
async function anything(store: Store, words: readonly string[]): Promise<Candidate[]> {
  const text = words.join(" ");
  const found = await processes(store, text);
  if (!/^[1-9]\d{0,14}$/.test(text)) return found;
  const id = Number(text);
  for (const noun of storyNouns) {
    if (noun !== "process" && (await isThere(store, noun, id)))
      found.push({ noun, id, said: `${noun} ${id}` });
  }
  return found;
}

/** Processes with a key, or of a type and key written `order/4711`. */
async function processes(store: Store, text: string): Promise<Candidate[]> {
  const slash = text.indexOf("/");
  const byKey = await store.processesNamed(text);
  const ofType =
    slash < 0
      ? []
      : (await store.processesNamed(text.slice(slash + 1))).filter(
          ({ type }) => type === text.slice(0, slash),
        );
  return [...byKey, ...ofType].map(({ process, type, key }) => ({
    noun: "process",
    id: process,
    said: `process ${type}/${key}`,
  }));
}

async function isThere(
  store: Store,
  noun: Exclude<StoryNoun, "process">,
  id: number,
): Promise<boolean> {
  switch (noun) {
    case "file":
      return (await store.file(id)) !== null;
    case "message":
      return (await store.message(id)) !== null;
    case "event":
      return (await store.event(id)) !== null;
    case "action":
      return (await store.action(id)) !== null;
    case "command":
      return (await store.commandKey(id)) !== null;
    case "deadline":
      return (await store.deadline(id)) !== null;
    case "outbound":
      return (await store.outboundFile(id)) !== null;
  }
}

function notThere(words: readonly string[]): CommandFailure {
  return new CommandFailure(
    `the store has no ${visible(words.join(" "))}; name a thing as lists do, e.g. \`file 12\`, \`event 34\`, \`process order/4711\`, or a file by its whole name; \`busbar file list --name TEXT\` finds files by a part of it`,
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
    await output.lines(["", story.item.startsWith("process") ? "Its events" : "Led to"]);
    for (const effect of story.ledTo) await branch(output, effect, "  ", "ledTo");
    if (story.more > 0) await output.line(`  and ${story.more} more`);
  }
  await output.lines(["", "Go on", ...story.commands.map((command) => `  ${visible(command)}`)]);
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
