import type { Definitions } from "../../build/build-pending.ts";
import type { RoutableMessage } from "../../core/event/route.ts";
import type { ProcessDefinition } from "../../core/process/process.ts";
import { advice } from "../../core/stuck/remedy.ts";
import type { Store } from "../../store/port/store.ts";
import type { Fault } from "../../store/port/verify-store.ts";

import { guarded, unreadableFault } from "./damage.ts";
import { fileFaults } from "./file-faults.ts";
import { foldFaults } from "./fold-faults.ts";
import type { VerifyContext } from "./verify-context.ts";

/**
 * Proves a store: that its rows fit each other, that every byte has its hash, that every file and message
 * says what the kept bytes say, and that every process equals the fold of its events. What cannot be read is
 * a fault like others, and the rest is looked at all the same.
 */
export async function* verify(context: VerifyContext): AsyncGenerator<Fault> {
  const { store } = context.recording;
  const tell = context.onStage ?? (() => {});
  tell("the tables");
  yield* guarded("the tables", store.verify.tables());
  yield* guarded("the messages in line", routingFaults(store, context.definitions));
  tell("the kept bytes");
  yield* guarded("the kept bytes", store.verify.bytes());
  tell("the files and their messages");
  yield* guarded("the files", readingFaults(context));
  tell("the processes");
  yield* guarded("the processes", foldFaults(store, context.definitions));
  for (const { about, why } of store.health.damage()) yield unreadableFault(about, why);
}

/** A message of which nothing was made is one that every definition ignores. */
async function* routingFaults(store: Store, definitions: Definitions): AsyncGenerator<Fault> {
  for await (const message of store.verify.unplacedMessages()) {
    for (const definition of definitions.values()) {
      if (!takes(definition, message)) continue;
      const { type } = definition;
      const said = `Nothing was made of it, and today's ${type} takes it.`;
      const remedy = advice("`{}` gives it to it.", { remedy: "backfill-type", type });
      yield { code: "NOT_ROUTED", about: `message ${message.id}`, message: said, remedy };
    }
  }
}

function takes(definition: ProcessDefinition, message: RoutableMessage): boolean {
  try {
    const route = definition.route(message);
    if (route.kind === "ignore") return false;
    return route.kind === "open" || route.otherwise === "wait";
  } catch {
    return true;
  }
}

async function* readingFaults(context: VerifyContext): AsyncGenerator<Fault> {
  for await (const file of context.recording.store.files.list()) {
    try {
      yield* await fileFaults(context, file);
    } catch (error) {
      yield unreadableFault(`file ${file.id}`, error);
    }
  }
}
