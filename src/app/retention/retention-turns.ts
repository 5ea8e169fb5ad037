import { setImmediate } from "node:timers/promises";
import type {
  Busy,
  Retention,
  RetentionPart,
  RetentionPlace,
} from "../../store/port/retention-store.ts";
import { whoAsks } from "../asked/who-asks.ts";
import { oldArchived, oldQuarantined } from "./old-archived.ts";
import { byOf, type RetentionContext, type RetentionRun, type RetentionTurn } from "./turn.ts";

/** Unpacked bytes that go into one pack: so much is compressed, written and read back in a turn. */
const packBytes = 8 << 20;
/** Bundles that are dropped in one transaction. */
const dropAtOnce = 20;

/**
 * Keeps bytes no longer than the settings say, in small turns, each whole when it is reported: what asks for no more
 * of them ends in between. What is stuck, on hold, awaiting release or not finished stays as it is.
 */
export async function* retentionTurns(
  context: RetentionContext,
  asked: RetentionRun,
): AsyncGenerator<RetentionTurn> {
  const { config, store, clock } = context;
  const run = { ...asked, actor: whoAsks(asked.actor) };
  const { packAfterMs, dropAfterMs, archiveAfterMs, quarantineAfterMs } = config.retention;
  if (Object.values(config.retention).every((ms) => ms === null)) return;
  if (!run.isDry) await store.retention.sweep();
  const busy = await store.retention.busy();
  const now = clock.wall();
  if (archiveAfterMs !== null)
    yield* oldArchived(context, run, { busy, before: now - archiveAfterMs });
  if (quarantineAfterMs !== null)
    yield* oldQuarantined(context, run, { busy, before: now - quarantineAfterMs });
  const told = new Set<string>();
  if (dropAfterMs !== null) {
    const look = { busy, before: now - dropAfterMs, told };
    yield* dropped(context, run, { ...look, at: { of: "bundle", after: 0 } });
    yield* dropped(context, run, { ...look, at: { of: "pack", after: 0 } });
  }
  if (packAfterMs !== null) {
    const look = { busy, before: now - packAfterMs, told };
    yield* packed(context, run, { ...look, at: { of: "bundle", after: 0 } });
  }
}

/** Where parts are looked for that are old enough. */
interface Look {
  readonly at: RetentionPlace;
  readonly before: number;
  readonly busy: Busy;
  /** Parts that were reported already, by kind and number. */
  readonly told: Set<string>;
}

/** All parts that are old enough, those that stay as they are too. */
async function* oldParts(
  { store }: RetentionContext,
  { at, before, busy, told }: Look,
): AsyncGenerator<{ readonly part: RetentionPart; readonly stays: boolean }> {
  for (let place: RetentionPlace | null = at; place !== null; ) {
    const look = await store.retention.look({ at: place, before, busy });
    const all = [
      ...look.parts.map((part) => ({ part, stays: false })),
      ...look.keptBack.map((part) => ({ part, stays: true })),
    ];
    for (const one of all) {
      const name = `${one.part.of} ${one.part.id}`;
      if (told.has(name)) continue;
      told.add(name);
      yield one;
    }
    place = look.next;
    await setImmediate();
  }
}

async function* dropped(
  context: RetentionContext,
  run: RetentionRun,
  look: Look,
): AsyncGenerator<RetentionTurn> {
  const { onStep } = run;
  const doIt = (parts: readonly RetentionPart[]) =>
    context.store.retention.drop({
      parts,
      before: look.before,
      by: byOf(context, run, "drop"),
      ...(onStep && { onStep }),
    });
  const full = (parts: readonly RetentionPart[]) => parts.length >= dropAtOnce;
  yield* inTurns(context, run, look, { kind: "dropped", full, doIt });
}

async function* packed(
  context: RetentionContext,
  run: RetentionRun,
  look: Look,
): AsyncGenerator<RetentionTurn> {
  const { onStep } = run;
  const doIt = (parts: readonly RetentionPart[]) =>
    context.store.retention.pack({
      parts,
      before: look.before,
      by: byOf(context, run, "pack"),
      ...(onStep && { onStep }),
    });
  const full = (parts: readonly RetentionPart[]) => sumOf(parts, "bytes") >= packBytes;
  yield* inTurns(context, run, look, { kind: "packed", full, doIt });
}

interface Work {
  readonly kind: "packed" | "dropped";
  /** Whether there is enough of it for a turn. */
  readonly full: (parts: readonly RetentionPart[]) => boolean;
  readonly doIt: (parts: readonly RetentionPart[]) => Promise<Retention | null>;
}

async function* inTurns(
  context: RetentionContext,
  { isDry }: RetentionRun,
  look: Look,
  { kind, full, doIt }: Work,
): AsyncGenerator<RetentionTurn> {
  async function turn(parts: readonly RetentionPart[]): Promise<RetentionTurn> {
    const done = isDry ? null : await doIt(parts);
    const planned = { contents: sumOf(parts, "contents"), bytes: sumOf(parts, "bytes") };
    if (isDry) return { kind, of: kind, ...planned, done };
    // What cannot be read stays, and what changed meanwhile is done another time.
    if (done === null) return { kind: "kept-back", of: kind, ...planned, done };
    return { kind, of: kind, contents: done.contents, bytes: done.bytes, done };
  }

  let gathered: RetentionPart[] = [];
  for await (const { part, stays } of oldParts(context, look)) {
    const { contents, bytes } = part;
    if (stays) yield { kind: "kept-back", of: kind, contents, bytes, done: null };
    else if (part.of === "blob") {
      if (gathered.length > 0) yield await turn(gathered);
      gathered = [];
      yield await turn([part]);
    } else {
      gathered.push(part);
      if (!full(gathered)) continue;
      yield await turn(gathered);
      gathered = [];
    }
  }
  if (gathered.length > 0) yield await turn(gathered);
}

function sumOf(parts: readonly RetentionPart[], of: "contents" | "bytes"): number {
  return parts.reduce((sum, part) => sum + part[of], 0);
}
