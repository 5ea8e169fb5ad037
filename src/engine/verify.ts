import { setImmediate } from "node:timers/promises";
import type { FileRecord } from "../core/file.ts";
import type { ProcessDefinition } from "../core/process.ts";
import { compareBuild } from "../core/replay/compare.ts";
import type { RoutableMessage } from "../core/route.ts";
import type { Store } from "../core/store.ts";
import type { Fault } from "../core/verify-store.ts";
import type { RecordingContext } from "../intake/context.ts";
import type { Definitions } from "./build-pending.ts";
import { readToday } from "./read-again.ts";

/** What it takes to prove a store. */
export interface VerifyContext {
  readonly recording: Pick<RecordingContext, "store" | "catalogue" | "live">;
  readonly definitions: Definitions;
  /** Told what is being looked at. */
  readonly onStage?: (stage: string) => void;
}

/** Processes built at once. */
const processesAtOnce = 100;

/**
 * Proves a store: that its rows fit each other, that every byte has its hash, that every file that stands
 * still reads as it was counted, and that every process equals the fold of its events.
 */
export async function* verify(context: VerifyContext): AsyncGenerator<Fault> {
  const { store } = context.recording;
  const tell = context.onStage ?? (() => {});
  tell("the tables");
  yield* store.tableFaults();
  yield* routingFaults(store, context.definitions);
  tell("the kept bytes");
  yield* store.byteFaults();
  tell("the files' counts");
  yield* readingFaults(context);
  tell("the processes");
  yield* foldFaults(store, context.definitions);
}

/** A message of which nothing was made is one that every definition ignores. */
async function* routingFaults(store: Store, definitions: Definitions): AsyncGenerator<Fault> {
  for await (const message of store.unplacedMessages()) {
    for (const definition of definitions.values()) {
      if (!takes(definition, message)) continue;
      const said = `Nothing was made of it, and today's ${definition.type} takes it: \`busbar route --type ${definition.type}\`.`;
      yield { code: "NOT_ROUTED", about: `message ${message.id}`, message: said };
    }
  }
}

function takes(definition: ProcessDefinition, message: RoutableMessage): boolean {
  try {
    const route = definition.route(message);
    return route.kind === "open" || (route.kind === "join" && route.otherwise === "wait");
  } catch {
    return true;
  }
}

/** A reader counts what a file's trailer says; so reading it again proves the counts that were stored. */
async function* readingFaults({ recording }: VerifyContext): AsyncGenerator<Fault> {
  for await (const file of recording.store.files({ state: "recorded" })) {
    // A container has no messages of its own: what lay in it is files of their own.
    if (file.members.length > 0) continue;
    const message = await readingFault(recording, file);
    if (message !== null) yield { code: "READS_OTHERWISE", about: `file ${file.id}`, message };
  }
}

async function readingFault(
  recording: VerifyContext["recording"],
  file: FileRecord,
): Promise<string | null> {
  try {
    const today = await readToday(recording, file);
    if (today.refused) return `It stands, and today's reader refuses it: ${today.error}`;
    if (today.messages === file.messages) return null;
    return `It stands with ${file.messages} messages, and today's reader finds ${today.messages}.`;
  } catch (error) {
    return `Its bytes cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  }
}

async function* foldFaults(store: Store, definitions: Definitions): AsyncGenerator<Fault> {
  for (let after = 0; ; ) {
    const names = await store.processesAfter(after, processesAtOnce);
    const last = names.at(-1);
    if (last === undefined) return;
    after = last.process;
    const processes = names.map(({ process }) => process);
    const histories = await store.histories(processes);
    const isAllBuilt = (await store.buildBacklog()) === 0;
    const builds = await store.storedBuilds(processes);
    for (const { process, type, key } of names) {
      const definition = definitions.get(type);
      const stored = builds.get(process);
      const { events, upTo } = histories.get(process) ?? { events: [], upTo: 0 };
      const about = `process ${type}/${key}`;
      if (isAllBuilt && (stored === undefined || (stored.error === null && stored.seq < upTo)))
        yield {
          code: "NOT_BUILT",
          about,
          message: "The builder has passed events that no build of it holds.",
        };
      if (definition === undefined || stored === undefined || stored.error !== null) continue;
      if (stored.waits || stored.seq > upTo) continue;
      if (stored.definitionVersion !== definition.version) {
        const message = `It was built by version ${stored.definitionVersion} of its definition, which is version ${definition.version} now: \`busbar replay\` builds it anew.`;
        yield { code: "BUILD_STALE", about, message };
        continue;
      }
      const held = events.filter(({ seq }) => seq <= stored.seq);
      const message = foldFault(compareBuild(definition, key, stored, held, () => []));
      if (message !== null) yield { code: "BUILD_DIFFERS", about, message };
    }
    await setImmediate();
  }
}

function foldFault(comparison: ReturnType<typeof compareBuild>): string | null {
  if (comparison.kind === "same") return null;
  if (comparison.kind === "fails")
    return `Its events cannot be folded: ${comparison.error.split("\n", 1)[0]}`;
  const { fields, fromStatus, toStatus } = comparison;
  if (fields.length === 0 && fromStatus === toStatus) return null;
  const paths = [...new Set(fields.map(({ path }) => path))];
  const differs = paths.length === 0 ? `status, ${toStatus}` : paths.slice(0, 5).join(", ");
  return `What is stored is not the fold of its events: ${differs}. \`busbar replay\` builds it anew.`;
}
