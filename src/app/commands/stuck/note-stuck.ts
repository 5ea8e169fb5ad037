import { RefusedError } from "../../../core/refusal/refused-error.ts";
import type { Reference } from "../../../core/stuck/reference.ts";
import { advice } from "../../../core/stuck/remedy.ts";
import type { StuckItem, StuckNote } from "../../../core/stuck/stuck.ts";
import type { Store } from "../../../store/port/store.ts";
import { kindsOf } from "../../../store/stuck/stuck-kinds.ts";
import { noSuchCause } from "../../asked/asked.ts";
import { whoAsks } from "../../asked/who-asks.ts";
import type { OpenInstallation } from "../../installation/open-installation.ts";

/** What a person says, and of what: a thing that is stuck, or all of a cause. */
export interface NoteStuckInput extends Pick<StuckNote, "verb" | "text"> {
  readonly on: Reference | { readonly cause: string };
}

/** Notes written in one transaction: of many it takes several, so that the daemon is not kept waiting. */
const notesAtOnce = 1_000;

/**
 * Keeps what a person says of what is stuck. Of a cause, `assign` and `note` are said once and hold for what
 * comes later too, and null is given; `dismiss` and `restore` are said of each item that there is, so that
 * nothing new is ever hidden. Gives of how many items it was said.
 */
export async function noteStuck(
  { store }: OpenInstallation,
  { verb, text, on }: NoteStuckInput,
  by: { readonly actor: string },
): Promise<number | null> {
  const actor = whoAsks(by.actor);
  if (text.trim() === "")
    throw new RefusedError("invalid", "Say something: the text is kept", { about: "text" });
  if ("cause" in on && (verb === "assign" || verb === "note")) {
    const { cause } = on;
    await refuseUnknown(store, cause);
    await store.stuck.note([{ verb, cause, on: null, text, actor }]);
    return null;
  }
  const items = "cause" in on ? ofCause(store, on.cause) : await named(store, on);
  let count = 0;
  for await (const some of inBatches(items, notesAtOnce)) {
    const about = some.filter((item) => isAbout(item, verb));
    await store.stuck.note(
      about.map(({ kind, number, cause }) => {
        return { verb, cause: cause.id, on: { kind, number }, text, actor };
      }),
    );
    count += about.length;
  }
  return count;
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

async function named(store: Store, reference: Reference): Promise<StuckItem[]> {
  const items = await stuckItemsOf(store, reference);
  if (items.length > 0) return items;
  const about = `${reference.noun} ${reference.id}`;
  throw new RefusedError("conflict", `${about} is not stuck`, {
    about,
    remedy: advice("`{}` shows what is", { remedy: "list-stuck", dismissed: true }),
  });
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
