import { RefusedError } from "../../core/refusal/refused-error.ts";
import { beginningWith } from "../../store/port/search-store.ts";
import type { OpenInstallation } from "../installation/open-installation.ts";
import {
  type Everything,
  everythingCalled,
  everythingIn,
  type Finding,
  tellFinding,
} from "../lineage/everything.ts";
import { LineageTracer } from "../lineage/lineage-tracer.ts";
import { type NotTaken, storyOfNotTaken } from "../lineage/not-taken.ts";
import { NotTakenFiles } from "../lineage/not-taken-files.ts";
import { looksLike, spellingsOf } from "../lineage/spelled.ts";
import {
  type FindingView,
  type NotTakenView,
  viewFinding,
  viewNotTaken,
} from "../views/lineage-view.ts";
import { formatterFor, type SaidFor } from "./lineage.ts";
import { listFiles } from "./lists/files.ts";

/** A text that is looked for. */
export interface SearchAsked extends SaidFor {
  readonly text: string;
  /** At most so many of each kind of thing. */
  readonly limit: number;
  /** Keys and identifiers are found by the whole of them alone: their beginnings would tell them letter by letter. */
  readonly wholeOnly?: boolean;
  /** Names of files are looked through for a part of them only so long, in milliseconds; without it, all of them. */
  readonly withinMs?: number;
}

/** How a text was read and what bears it; what was found is reported as it is asked for. */
export interface SearchFound {
  readonly text: string;
  /** What was done to the text that was typed; null when nothing was. */
  readonly changed: string | null;
  readonly match: "exact" | "beginning" | "part";
  /** What the text looks like, e.g. an MPAN core; null when like nothing in particular. */
  readonly shape: string | null;
  readonly count: number;
  /** The first of the things found, as people name it; null when none of them is in the store. */
  readonly first: string | null;
  /** Messages of its processes that wait to be put into a file. */
  readonly waiting: number;
  /** There may be more of some kind. */
  readonly more: boolean;
  readonly findings: AsyncIterable<FindingView>;
  readonly notTaken: readonly NotTakenView[];
}

/** How the text was read, and what was found so. */
interface Found extends Everything, Pick<SearchFound, "text" | "changed" | "match"> {
  /** Files that are at a channel and not in the store. */
  readonly atChannels: readonly NotTaken[];
}

/**
 * Everything that bears a text as its key, name or identifier, whatever became of it; where nothing does, what
 * begins with it, and files with it in their names. Rejects with a refusal where there is nothing.
 */
export async function searchFor(
  of: OpenInstallation,
  { text: typed, limit, wholeOnly = false, withinMs, ...said }: SearchAsked,
): Promise<SearchFound> {
  if (typed === "")
    throw new RefusedError("invalid", "Say what to look for, e.g. an MPAN core", { about: "text" });
  const channels = await NotTakenFiles.at(of);
  const within = withinMs === undefined ? {} : { withinMs };
  const asked = { typed, limit, wholeOnly, ...within };
  const found = await firstFound(of, channels, asked);
  if (found === "nothing" || found === "nothing so far")
    throw nothingFound(channels, asked, found === "nothing so far");
  const { findings, atChannels, text, changed, match, waiting, more } = found;
  const formatter = await formatterFor(of, said);
  const tracer = new LineageTracer(of.store, formatter);
  return {
    ...{ text, changed, match, waiting, more },
    shape: looksLike(text),
    count: findings.length + atChannels.length,
    first: findings[0]?.item ?? null,
    findings: told(tracer, found),
    notTaken: atChannels.map((file) =>
      viewNotTaken(file, storyOfNotTaken(file, formatter.moment), found),
    ),
  };
}

async function* told(tracer: LineageTracer, found: Found): AsyncGenerator<FindingView> {
  for (const finding of found.findings) {
    const story = await tellFinding(tracer, finding);
    if (story !== null) yield viewFinding(finding, story, found);
  }
}

/** What is looked for, and how. */
interface Sought extends Pick<SearchAsked, "limit" | "withinMs"> {
  readonly typed: string;
  readonly wholeOnly: boolean;
}

/** What was found by the first way of reading the text that finds anything. */
async function firstFound(
  of: OpenInstallation,
  channels: NotTakenFiles,
  { typed, limit, wholeOnly, withinMs }: Sought,
): Promise<Found | "nothing" | "nothing so far"> {
  const { store } = of;
  const spellings = spellingsOf(typed);
  for (const { text, changed } of spellings) {
    const all = await everythingCalled(store, text, limit);
    const atChannels = await channels.called(text);
    if (all.findings.length + atChannels.length > 0 || all.waiting > 0)
      return { ...all, ...within(atChannels, limit, all.more), text, changed, match: "exact" };
  }
  for (const { text, changed } of wholeOnly ? [] : spellings) {
    const all = await everythingIn(store, beginningWith(text), limit);
    const atChannels = channels.beginningWith(text);
    if (all.findings.length + atChannels.length > 0)
      return { ...all, ...within(atChannels, limit, all.more), text, changed, match: "beginning" };
  }
  // A walk over the rows of files.
  const files = await listFiles.page(of, { name: typed, limit, ...(withinMs && { withinMs }) });
  const findings = files.items.toReversed().map(({ id }) => havingInName(id));
  const atChannels = channels.having(typed);
  if (findings.length + atChannels.length === 0)
    return files.next === null ? "nothing" : "nothing so far";
  const some = within(atChannels, limit, files.next !== null);
  return { findings, ...some, waiting: 0, text: typed, changed: null, match: "part" };
}

function within(
  atChannels: readonly NotTaken[],
  limit: number,
  isMore: boolean,
): Pick<Found, "atChannels" | "more"> {
  return { atChannels: atChannels.slice(0, limit), more: isMore || atChannels.length > limit };
}

function havingInName(id: number): Finding {
  return { noun: "file", id, item: `file ${id}`, by: "a part of its name" };
}

/** `isSoFar`: the time was over before all names were looked through. */
function nothingFound(
  channels: NotTakenFiles,
  { typed, wholeOnly }: Sought,
  isSoFar: boolean,
): RefusedError {
  const names = isSoFar
    ? ". Only the newest files' names were looked through for it: the list of files, by a part of their names, goes on"
    : "";
  const beginning = wholeOnly ? "" : ", nor begins with it";
  const shape = looksLike(spellingsOf(typed).at(-1)?.text ?? typed);
  const what = shape === null ? "" : ` (${shape})`;
  const doubt = channels.doubt();
  return new RefusedError(
    "not-found",
    `Nothing in the store bears ${typed}${what} as its key, name or identifier${beginning}; a file that could not be read at all, or that is not taken yet, is found by its name alone${names}`,
    doubt === null ? {} : { remedy: doubt },
  );
}
