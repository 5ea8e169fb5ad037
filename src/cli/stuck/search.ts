import { eventNames } from "../../app/asked/event-name.ts";
import {
  type Everything,
  everythingCalled,
  everythingIn,
  type Finding,
  tellFinding,
} from "../../app/lineage/everything.ts";
import { LineageTracer } from "../../app/lineage/lineage-tracer.ts";
import { type NotTaken, storyOfNotTaken } from "../../app/lineage/not-taken.ts";
import type { Story } from "../../app/lineage/story.ts";
import { viewFinding, viewNotTaken } from "../../app/views/lineage-view.ts";
import type { Remedy } from "../../core/stuck/remedy.ts";
import { utcTime } from "../../core/text/utc-time.ts";
import { counted } from "../../runtime/counted.ts";
import { beginningWith } from "../../store/port/search-store.ts";
import type { Store } from "../../store/port/store.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { CommandFailure, type ExitCode, exitCode } from "../failure.ts";
import { localTime } from "../print/local-time.ts";
import { remedyCommand } from "../print/remedy-command.ts";
import { oneLine, visible } from "../print/visible.ts";
import { withStore } from "../session.ts";
import { NotTakenFiles } from "./not-taken-files.ts";
import { looksLike, spellingsOf } from "./spelled.ts";

/** `busbar search TEXT`. */
export interface SearchOptions extends JsonOption {
  /** Of each kind of thing. */
  readonly limit?: number;
}

/** Things of each kind that people get unless they say otherwise. */
const usualLimit = 20;

/** How the text was read, and what was found so. */
interface Search extends Everything {
  /** Files that are at a channel and not in the store. */
  readonly notTaken: readonly NotTaken[];
  readonly text: string;
  /** What was done to the text that was typed; null when nothing was. */
  readonly changed: string | null;
  readonly match: "exact" | "beginning" | "part";
}

/**
 * `busbar search TEXT`: everything that bears the text as its key, name or identifier, whatever became of it;
 * where nothing does, what begins with it, and files with it in their names.
 */
export function search(
  context: CommandContext,
  words: readonly string[],
  { json, limit = usualLimit }: SearchOptions,
): Promise<ExitCode> {
  const { output } = context;
  return withStore(context, async (session) => {
    const { store } = session;
    const typed = words.join(" ").trim();
    if (typed === "")
      throw new CommandFailure("say what to look for, e.g. an MPAN core", exitCode.usage);
    const atChannels = new NotTakenFiles(session);
    const found = await searchFor(store, atChannels, typed, limit);
    if (found === null) throw nothingFound(typed, atChannels.doubt());
    const nameEvent = eventNames(await session.catalogue(), await session.definitions());
    const moment = json ? utcTime : localTime;
    const tracer = new LineageTracer(store, {
      moment,
      event: (type) => (json ? type : nameEvent(type)),
    });
    if (!json) await output.lines([`${readAs(found)}`, ""]);
    for (const finding of found.findings) {
      if (output.closed) break;
      const story = await tellFinding(tracer, finding);
      if (story === null) continue;
      if (json) await output.json(viewFinding(finding, story, found));
      else await output.lines(findingLines(story));
    }
    for (const file of found.notTaken) {
      const story = storyOfNotTaken(file, moment);
      if (json) await output.json(viewNotTaken(file, story, found));
      else await output.lines([...findingLines(story), ...story.goOn.map(goOnLine)]);
    }
    if (!json) await output.lines(after(found));
    return exitCode.good;
  });
}

/** What was found by the first way of reading the text that finds anything. */
async function searchFor(
  store: Store,
  atChannels: NotTakenFiles,
  typed: string,
  limit: number,
): Promise<Search | null> {
  const spellings = spellingsOf(typed);
  for (const { text, changed } of spellings) {
    const all = await everythingCalled(store, text, limit);
    const notTaken = await atChannels.called(text);
    if (all.findings.length + notTaken.length > 0 || all.waiting > 0)
      return { ...all, ...within(notTaken, limit, all.more), text, changed, match: "exact" };
  }
  for (const { text, changed } of spellings) {
    const all = await everythingIn(store, beginningWith(text), limit);
    const notTaken = atChannels.beginningWith(text);
    if (all.findings.length + notTaken.length > 0)
      return { ...all, ...within(notTaken, limit, all.more), text, changed, match: "beginning" };
  }
  const findings = await havingInName(store, typed, limit);
  const notTaken = atChannels.having(typed);
  if (findings.length + notTaken.length === 0) return null;
  const some = within(notTaken, limit, findings.length >= limit);
  return { findings, ...some, waiting: 0, text: typed, changed: null, match: "part" };
}

function within(
  notTaken: readonly NotTaken[],
  limit: number,
  isMore: boolean,
): Pick<Search, "notTaken" | "more"> {
  return { notTaken: notTaken.slice(0, limit), more: isMore || notTaken.length > limit };
}

/** Files with the text anywhere in their names: a walk over their rows, of a million about a second. */
async function havingInName(store: Store, nameHas: string, limit: number): Promise<Finding[]> {
  const files = await Array.fromAsync(store.files.list({ nameHas, limit }));
  return files
    .toReversed()
    .map(({ id }) => ({ noun: "file", id, item: `file ${id}`, by: "a part of its name" }));
}

function readAs({ text, changed, match, findings, notTaken }: Search): string {
  const shape = looksLike(text);
  const what = visible(text) + (shape === null ? "" : `, ${shape}`);
  const how = changed === null ? "" : `, read ${changed}`;
  const found = counted(findings.length + notTaken.length, "thing");
  switch (match) {
    case "exact":
      return `${what}${how}: ${found} by key, name or identifier`;
    case "beginning":
      return `${what}${how}: nothing is called just that; ${found} called what begins with it`;
    case "part":
      return `${what}${how}: nothing is called that; ${found} with it in the name`;
  }
}

function findingLines({ item, said, notes }: Story): string[] {
  return [`${visible(item)}: ${oneLine(said)}`, ...notes.map((note) => `    ${oneLine(note)}`)];
}

function goOnLine(remedy: Remedy): string {
  return `    go on: ${visible(remedyCommand(remedy))}`;
}

function after({ waiting, more, findings }: Search): string[] {
  const [first] = findings;
  return [
    ...(waiting === 0
      ? []
      : ["", `To be sent and in no file yet: ${waiting}; busbar outbound list --messages`]),
    ...(more ? ["", "There may be more: --limit NUMBER shows more of each kind."] : []),
    ...(first === undefined
      ? []
      : ["", `The whole story of one: busbar why ${visible(first.item)}`]),
  ];
}

function nothingFound(typed: string, doubt: string): CommandFailure {
  const shape = looksLike(spellingsOf(typed).at(-1)?.text ?? typed);
  const what = shape === null ? "" : ` (${shape})`;
  return new CommandFailure(
    `nothing in the store bears ${visible(typed)}${what} as its key, name or identifier, nor begins with it; a file that could not be read at all, or that is not taken yet, is found by its name alone${doubt}`,
  );
}
