import { processReadings } from "../../core/process/process-reference.ts";
import type { StoryNoun } from "../../core/stuck/nouns.ts";
import type { FoundThing, TextRange } from "../../store/port/search-store.ts";
import { exactly } from "../../store/port/search-store.ts";
import type { Store } from "../../store/port/store.ts";
import type { LineageTracer } from "./lineage-tracer.ts";
import { plain, say } from "./sentence.ts";
import type { Story } from "./story.ts";

/** A thing that was found by what it is called. */
export interface Finding {
  readonly noun: StoryNoun;
  readonly id: number;
  /** How it is named without doubt, e.g. `process order/4711`. */
  readonly item: string;
  /** What of it bears the text, in words. */
  readonly by: string;
  /** The line that bears it, where one of a file does that could not be read whole. */
  readonly line?: number;
}

const bearingLine = "its line";

/** Lines that are named by their numbers. */
const mostLines = 5;

/** How lines of a file that bear a text are named, e.g. `its lines 2, 7 and 3 more, which name it`. */
function sayLines(lines: readonly number[]): string {
  const shown = lines.slice(0, mostLines).join(", ");
  const more = lines.length > mostLines ? ` and ${lines.length - mostLines} more` : "";
  return lines.length === 1
    ? `its line ${shown}, which names it`
    : `its lines ${shown}${more}, which name it`;
}

/** All that bears a text. */
export interface Everything {
  readonly findings: readonly Finding[];
  /** Messages of its processes that wait to be put into a file. */
  readonly waiting: number;
  /** There may be more of some kind than were asked for. */
  readonly more: boolean;
}

/** Everything whose key, name or identifier is the text; the key of a process also with its type before it. */
export async function everythingCalled(
  store: Pick<Store, "search">,
  text: string,
  limit: number,
): Promise<Everything> {
  const found = await everythingIn(store, exactly(text), limit);
  const typed = processReadings(text).filter(({ type }) => type !== null);
  const processes: Finding[] = [];
  for (const { type, key } of typed)
    for (const one of (await store.search.find({ range: exactly(key), limit })).processes)
      if (one.type === type) processes.push(processFinding(one, "its type and key"));
  return { ...found, findings: onceEach([...found.findings, ...processes]) };
}

/** Everything whose key, name or identifier is in a range of texts. */
export async function everythingIn(
  store: Pick<Store, "search">,
  range: TextRange,
  limit: number,
): Promise<Everything> {
  const found = await store.search.find({ range, limit });
  const { waiting, ...lists } = found;
  const more = Object.values(lists).some((list) => list.length === limit);
  return { findings: onceEach(findingsIn(found)), waiting, more };
}

function findingsIn(found: FoundThing): Finding[] {
  const numbered = (noun: StoryNoun, ids: readonly number[], by: string) =>
    ids.map((id): Finding => ({ noun, id, item: `${noun} ${id}`, by }));
  return [
    ...found.processes.map((one) => processFinding(one, "its key")),
    ...found.processesGoingBy.map((one) => processFinding(one, "a reference that it goes by")),
    ...found.mentions.map(
      ({ file, line, message }): Finding =>
        message === null
          ? { noun: "file", id: file, item: `file ${file}`, by: bearingLine, line }
          : { noun: "message", id: message, item: `message ${message}`, by: "its subject" },
    ),
    ...numbered("command", found.commands, "its process"),
    ...numbered("file", found.filesNamed, "its name"),
    ...numbered("file", found.filesIdentified, "its identifier"),
    ...numbered("outbound", found.outboundNamed, "its name"),
    ...numbered("outbound", found.outboundIdentified, "its identifier"),
    ...numbered("outbound", found.outboundOf, "its process"),
    ...numbered("outbound", found.outboundAbout, "a message in it"),
  ];
}

/** A process that was found. */
export function processFinding(
  { process, type, key }: { process: number; type: string; key: string },
  by: string,
): Finding {
  return { noun: "process", id: process, item: `process ${type}/${key}`, by };
}

/** A thing that was found by several of its names is one. */
function onceEach(findings: readonly Finding[]): Finding[] {
  const byItem = Map.groupBy(findings, ({ noun, id }) => `${noun} ${id}`);
  return [...byItem.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const all = [first, ...others];
    const lines = all.flatMap(({ line }) => line ?? []).toSorted((a, b) => a - b);
    const ways = new Set(all.map(({ by }) => (by === bearingLine ? sayLines(lines) : by)));
    return [{ ...first, by: [...ways].join(", ") }];
  });
}

/** One story of all that bears a text. */
export async function tellEverything(
  tracer: LineageTracer,
  text: string,
  { findings, waiting, more }: Everything,
): Promise<Story> {
  const ledTo: Story[] = [];
  for (const finding of findings) {
    const story = await tellFinding(tracer, finding);
    if (story !== null) ledTo.push(story);
  }
  const notes = [
    ...(waiting === 0 ? [] : [`to be sent and in no file yet: ${waiting}`]),
    ...(more ? ["there may be more than is shown here"] : []),
  ].map(plain);
  return {
    item: plain(text),
    said: plain(countsOf(findings)),
    notes,
    because: [],
    ledTo,
    more: 0,
    goOn: [
      ...findings
        .map(({ item }) => ({ remedy: "tell-story", item }) as const)
        .slice(0, mostToGoOnWith),
      ...(more ? [{ remedy: "search-more" } as const] : []),
    ],
  };
}

const mostToGoOnWith = 10;

/** What bears it, with what it came of; only a process and a message with what they led to as well. */
export async function tellFinding(
  tracer: LineageTracer,
  { noun, id, by }: Finding,
): Promise<Story | null> {
  const story = await tracer.tell(noun, id, noun === "message" ? "both" : "back");
  return story === null ? null : { ...story, notes: [say`found by ${plain(by)}`, ...story.notes] };
}

const plurals: Readonly<Record<StoryNoun, string>> = {
  process: "processes",
  message: "messages",
  file: "files",
  outbound: "outbound files",
  command: "commands",
  event: "events",
  action: "actions",
  deadline: "deadlines",
};

function countsOf(findings: readonly Finding[]): string {
  const counts = Map.groupBy(findings, ({ noun }) => noun);
  return [...counts]
    .map(([noun, some]) => {
      const one = noun === "outbound" ? "outbound file" : noun;
      return `${some.length} ${some.length === 1 ? one : plurals[noun]}`;
    })
    .join(", ");
}
