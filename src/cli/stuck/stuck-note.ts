import { noSuchCause } from "../../app/asked/asked.ts";
import type { StuckItem, StuckNote } from "../../core/stuck/stuck.ts";
import { kindsOf } from "../../core/stuck/stuck-kinds.ts";
import { counted } from "../../runtime/counted.ts";
import type { Store } from "../../store/port/store.ts";
import type { CommandContext } from "../context.ts";
import { CommandFailure, type ExitCode, exitCode } from "../failure.ts";
import { visible } from "../print/visible.ts";
import { withStore } from "../session.ts";
import { type Reference, referenceOf } from "./reference.ts";

/** What a person says of items, and of which: those named, or all of a cause. */
export interface Saying extends Pick<StuckNote, "verb" | "text" | "actor"> {
  readonly items: readonly string[];
  readonly cause: string | undefined;
}

/** Notes written in one transaction: of many it takes several, so that the daemon is not kept waiting. */
const notesAtOnce = 1_000;

/** What is done, for people. */
const done: Readonly<Record<StuckNote["verb"], string>> = {
  assign: "assigned",
  note: "noted",
  dismiss: "dismissed",
  restore: "restored",
};

/**
 * `busbar stuck assign|note|dismiss|restore`. Of a cause, `assign` and `note` are said once and hold for
 * what comes later too; `dismiss` and `restore` are said of each item that there is, so that nothing new
 * is ever hidden.
 */
export function noteStuck(context: CommandContext, saying: Saying): Promise<ExitCode> {
  const { verb, cause, text, actor } = saying;
  if ((saying.items.length === 0) === (cause === undefined))
    throw new CommandFailure(
      "name an item, e.g. `file 12`, or a cause with --cause",
      exitCode.usage,
    );
  return withStore(context, async ({ store }) => {
    if (cause !== undefined && (verb === "assign" || verb === "note")) {
      await refuseUnknown(store, cause);
      await store.stuck.note([{ verb, cause, on: null, text, actor }]);
      await context.output.line(`Cause ${cause}: ${done[verb]}.`);
      return exitCode.good;
    }
    const items = cause === undefined ? await named(store, saying.items) : ofCause(store, cause);
    let count = 0;
    for await (const some of inBatches(items, notesAtOnce)) {
      const about = some.filter((item) => isAbout(item, verb));
      await store.stuck.note(
        about.map(({ kind, number, cause: { id } }) => ({
          verb,
          cause: id,
          on: { kind, number },
          text,
          actor,
        })),
      );
      count += about.length;
    }
    await context.output.line(`${counted(count, "item")} ${done[verb]}.`);
    return exitCode.good;
  });
}

/** An item is dismissed once, and only what is dismissed is restored. */
function isAbout({ dismissed }: StuckItem, verb: StuckNote["verb"]): boolean {
  if (verb === "dismiss") return dismissed === null;
  return verb !== "restore" || dismissed !== null;
}

async function refuseUnknown(store: Store, cause: string): Promise<void> {
  for await (const _ of store.stuck.list({ cause, dismissed: true })) return;
  throw noSuchCause(cause);
}

async function* ofCause(store: Store, cause: string): AsyncGenerator<StuckItem> {
  let found = false;
  for await (const item of store.stuck.list({ cause, dismissed: true })) {
    found = true;
    yield item;
  }
  if (!found) throw noSuchCause(cause);
}

async function named(store: Store, words: readonly string[]): Promise<StuckItem[]> {
  const reference = referenceOf(words);
  const items = await stuckItemsOf(store, reference);
  if (items.length > 0) return items;
  throw new CommandFailure(
    `${visible(words.join(" "))} is not stuck; \`busbar stuck --all\` shows what is`,
  );
}

/** What is stuck of a thing: a message may be for several types of process. */
async function stuckItemsOf(store: Store, { noun, id }: Reference): Promise<StuckItem[]> {
  const kinds = kindsOf(noun);
  if (noun !== "process")
    return store.stuck.at(kinds.map((kind) => ({ kind, number: Number(id) })));
  const all = await Array.fromAsync(store.stuck.list({ kinds, dismissed: true }));
  return all.filter(({ item, name }) => item === `process ${id}` || name === id);
}

async function* inBatches<Item>(
  items: AsyncIterable<Item> | Iterable<Item>,
  size: number,
): AsyncGenerator<Item[]> {
  let batch: Item[] = [];
  for await (const item of items) {
    if (batch.push(item) < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
