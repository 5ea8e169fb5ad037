import { RefusedError } from "../../core/refusal/refused-error.ts";
import { type StoryNoun, storyNouns } from "../../core/stuck/nouns.ts";
import type { Reference } from "../../core/stuck/reference.ts";
import { advice, type Remedy } from "../../core/stuck/remedy.ts";
import type { ProcessName } from "../../store/port/processes/process-store.ts";
import type { Store } from "../../store/port/store.ts";
import { namedProcesses } from "../asked/named-processes.ts";
import { type Everything, everythingCalled, type Finding, processFinding } from "./everything.ts";
import { spellingsOf } from "./spelled.ts";

/** What words mean, with the text that it bears. */
export interface Meaning extends Everything {
  readonly text: string;
  readonly changed: string | null;
}

/**
 * What the words mean: a thing by its noun and number, a number that only one thing has, or all that bears a
 * key, a name or an identifier. Throws a refusal that says what to write where several things fit.
 */
export async function meaningOf(
  store: Store,
  words: readonly string[],
  reference: Reference | null,
  moment: (at: number) => string,
): Promise<Meaning> {
  const one = { text: words.join(" "), changed: null, waiting: 0, more: false };
  if (reference?.noun === "process") {
    const named = await namedProcesses(store, reference.id);
    const by = ({ key }: ProcessName) =>
      reference.id.endsWith(key) ? "its key" : "a reference that it goes by";
    return { ...one, findings: named.map((found) => processFinding(found, by(found))) };
  }
  const noun = storyNouns.find((told) => told === reference?.noun);
  if (reference !== null) {
    const { id } = reference;
    const said =
      noun === undefined ? [] : [{ noun, id: Number(id), item: `${noun} ${id}`, by: "" }];
    return { ...one, findings: said };
  }
  const numbered = await byNumber(store, one.text);
  const called = await byName(store, one.text, moment);
  if (numbered.length === 0) return called;
  const all = [...called.findings.filter(({ by }) => by === "its key"), ...numbered];
  if (all.length === 1) return { ...one, findings: all };
  const stories = all.map(({ item }): Remedy => ({ remedy: "tell-story", item }));
  throw new RefusedError("invalid", `${one.text} may be one of several things`, {
    remedy: advice(`say which: ${stories.map(() => "`{}`").join(" or ")}`, ...stories),
  });
}

/** What a number alone may mean. */
async function byNumber(store: Store, text: string): Promise<Finding[]> {
  if (!/^[1-9]\d{0,14}$/.test(text)) return [];
  const id = Number(text);
  const found: Finding[] = [];
  for (const noun of storyNouns)
    if (noun !== "process" && (await isThere(store, noun, id)))
      found.push({ noun, id, item: `${noun} ${id}`, by: "its number" });
  return found;
}

/** Things of each kind that are listed for one key, name or identifier. */
const mostFound = 20;

/** The name in a text that may have the word `file` before it. */
export function nameIn(typed: string): string {
  return typed.replace(/^file /, "");
}

/** What bears the text, said alone or behind the word `file` or `outbound`. */
async function byName(
  store: Store,
  typed: string,
  moment: (at: number) => string,
): Promise<Meaning> {
  const [, noun = null, name = typed] = /^(file|outbound) (.+)$/.exec(typed) ?? [];
  for (const { text, changed } of spellingsOf(name)) {
    const all = await everythingCalled(store, text, mostFound);
    const findings = all.findings.filter((one) => one.noun === (noun ?? one.noun));
    if (findings.length === 0) continue;
    if (
      findings.length > 1 &&
      findings.every((one) => one.noun === "file" && one.by === "its name")
    )
      throw await severalNamed(store, { name: text, isMore: all.more, moment }, findings);
    return { ...all, findings, text, changed };
  }
  return { text: typed, changed: null, findings: [], waiting: 0, more: false };
}

/** Files of one name are many things, of which one is meant. */
async function severalNamed(
  store: Store,
  { name, isMore, moment }: { name: string; isMore: boolean; moment: (at: number) => string },
  findings: readonly Finding[],
): Promise<RefusedError> {
  const lines: string[] = [];
  const stories: Remedy[] = [];
  for (const { id, item } of findings) {
    const file = await store.files.get(id);
    if (file === null) continue;
    lines.push(`  {}  ${moment(file.recordedAt)}  ${file.state}`);
    stories.push({ remedy: "tell-story", item });
  }
  const more = isMore ? ["  and more; a list of files by a part of their names has all"] : [];
  return new RefusedError("invalid", `Several files are named ${name}`, {
    remedy: advice(["say which, the newest first:", ...lines, ...more].join("\n"), ...stories),
  });
}

async function isThere(
  store: Store,
  noun: Exclude<StoryNoun, "process">,
  id: number,
): Promise<boolean> {
  switch (noun) {
    case "file":
      return (await store.files.get(id)) !== null;
    case "message":
      return (await store.messages.get(id)) !== null;
    case "event":
      return (await store.events.get(id)) !== null;
    case "action":
      return (await store.actions.get(id)) !== null;
    case "command":
      return (await store.commands.key(id)) !== null;
    case "deadline":
      return (await store.deadlines.get(id)) !== null;
    case "outbound":
      return (await store.outbound.get(id)) !== null;
  }
}
