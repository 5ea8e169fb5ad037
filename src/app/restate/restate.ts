import { setImmediate } from "node:timers/promises";
import { areBytesGone } from "../../core/refusal/bytes-gone.ts";
import { routePending } from "../../intake/file/route.ts";
import type { ActedEvent, Consequence } from "../../store/port/events/consequence.ts";
import type { FileSelection } from "../../store/port/events/restatement-store.ts";
import type { Store } from "../../store/port/store.ts";

import type { FoundChange } from "./compare-message.ts";
import { type RestateContext, restateFile } from "./restate-file.ts";

/** Files asked for at once. */
const filesAtOnce = 200;

/** How many of each kind, and some of them. */
export interface RestateTally {
  readonly files: number;
  /** Files that today's reader refuses, which stay as they are; the first of them. */
  readonly refused: number;
  readonly refusedFiles: readonly number[];
  /** Files whose bytes were dropped for their age, which stay as they are. */
  readonly dropped: number;
  readonly kinds: ReadonlyMap<FoundChange["kind"], KindTally>;
  /** Events that count no longer, or elsewhere, because of which something is done already; the first of them. */
  readonly acted: number;
  readonly actedEvents: readonly Omit<ActedEvent, "key">[];
  /** How often a field is otherwise, by its path; the rest of very many is left out. */
  readonly fields: ReadonlyMap<string, number>;
}

/** Changes of one kind. */
export interface KindTally {
  count: number;
  readonly examples: (FoundChange & { readonly file: number })[];
}

/** Examples kept of each kind, and fields distinguished. */
const mostExamples = 3;
const mostFields = 200;

/** Events kept because of which something is done already. */
const mostActed = 20;

/**
 * Restates the files meant, one after the other, and routes what is new. Memory is bounded by the largest
 * small file. Broken off, it is run again: what is done shows no difference any more.
 */
export async function restate(
  context: RestateContext,
  selection: FileSelection,
  onFile: (done: number) => void = () => {},
): Promise<RestateTally> {
  const { store } = context.recording;
  const tally = new Tally();
  for (let after = 0; ; ) {
    const ids = await store.restatements.files({ selection, after, limit: filesAtOnce });
    if (ids.length === 0) break;
    for (const id of ids) {
      const lost: FoundChange[] = [];
      const outcome = await restateFile(context, id, (change) => {
        tally.note(id, change);
        if (change.event !== null && (change.kind === "gone" || change.kind === "moved"))
          lost.push(change);
      }).catch((error: unknown) => {
        // Among many it is one that stays; of one that was asked for, it is the answer.
        if (selection.file === undefined && areBytesGone(error)) return "dropped" as const;
        throw error;
      });
      tally.add(id, outcome);
      for (const { event } of lost) await tally.lose(context.recording.store, event ?? 0);
      onFile(tally.files);
      await setImmediate();
    }
    after = ids.at(-1) ?? after;
  }
  if (context.changedBy !== null) await routePending(store, context.definitions);
  return tally;
}

class Tally implements RestateTally {
  files = 0;
  refused = 0;
  readonly refusedFiles: number[] = [];
  dropped = 0;
  acted = 0;
  readonly actedEvents: Omit<ActedEvent, "key">[] = [];
  readonly kinds = new Map<FoundChange["kind"], KindTally>();
  readonly fields = new Map<string, number>();

  add(file: number, outcome: string): void {
    this.files += 1;
    if (outcome === "dropped") this.dropped += 1;
    if (outcome !== "refused") return;
    this.refused += 1;
    if (this.refusedFiles.length < mostExamples) this.refusedFiles.push(file);
  }

  /** Notes what was done because of an event that counts no longer, or elsewhere. */
  async lose(store: Pick<Store, "actions" | "events">, seq: number): Promise<void> {
    const consequences = (await store.actions.ofEvent(seq)).filter(isActed);
    if (consequences.length === 0) return;
    this.acted += 1;
    if (this.actedEvents.length >= mostActed) return;
    const processType = (await store.events.get(seq))?.processType ?? "";
    this.actedEvents.push({ event: seq, processType, consequences });
  }

  note(file: number, change: FoundChange): void {
    const kind = this.kinds.get(change.kind) ?? { count: 0, examples: [] };
    this.kinds.set(change.kind, kind);
    kind.count += 1;
    if (kind.examples.length < mostExamples) kind.examples.push({ ...change, file });
    for (const path of new Set(change.fields.map((field) => field.path))) {
      const known = this.fields.get(path);
      if (known === undefined && this.fields.size >= mostFields) continue;
      this.fields.set(path, (known ?? 0) + 1);
    }
  }
}

function isActed({ state }: Consequence): boolean {
  return state === "done" || state === "running";
}
