import type { EventRevision } from "../../../core/event/as-known.ts";
import { buildAt } from "../../../core/process/build-at.ts";
import { noEvent } from "../../../core/refusal/no-event.ts";
import { RefusedError } from "../../../core/refusal/refused-error.ts";
import { namedProcesses } from "../../asked/named-processes.ts";
import { correctedData } from "../../commands/event/corrected-data.ts";
import type { OpenInstallation } from "../../installation/open-installation.ts";

/** What is to be said of an event, or only looked at; `data`: of a correction. */
export interface RevisionAsked {
  readonly event: number;
  readonly kind: "void" | "unvoid" | "correct";
  readonly data?: unknown;
}

/** A process as it is, and as it would be. */
export interface RevisionPreview {
  readonly type: string;
  readonly key: string;
  readonly before: { readonly status: string; readonly state: unknown };
  readonly after: { readonly status: string; readonly state: unknown };
  /** Actions that today's conditions would plan on it and do not now, and those that they would not any more. */
  readonly plannedMore: readonly string[];
  readonly plannedLess: readonly string[];
}

/** What a revision of an event would make of its process; changes nothing. Rejects with a refusal where it could not be said. */
export async function previewRevision(
  of: OpenInstallation,
  { event: seq, kind, data }: RevisionAsked,
): Promise<RevisionPreview> {
  const { store } = of;
  const event = await store.events.get(seq);
  if (event === null) throw noEvent(seq);
  const { processType: type, key } = event;
  const definitions = await of.definitions();
  const definition = definitions.get(type);
  const [named] = await namedProcesses(store, key, type);
  if (definition === undefined || named === undefined)
    throw new RefusedError("conflict", `${type} is a type of process that is not known here`);
  const recorded = await store.processes.recordedHistory(named.process);
  const checked =
    kind === "correct"
      ? await correctedData({ store, catalogue: await of.catalogue(), definitions }, seq, data)
      : { schemaVersion: null, data: null };
  const said: EventRevision = { event: seq, kind, at: of.clock.wall(), ...checked };
  const before = buildAt(definition, key, recorded, {});
  const after = buildAt(
    definition,
    key,
    { ...recorded, revisions: [...recorded.revisions, said] },
    {},
  );
  const names = ({ plans }: typeof before) =>
    plans.filter(({ state }) => state === "planned").map(({ action }) => action);
  return {
    type,
    key,
    before: { status: before.status, state: before.state },
    after: { status: after.status, state: after.state },
    plannedMore: without(names(after), names(before)),
    plannedLess: without(names(before), names(after)),
  };
}

/** Names of one list that another list has less often, once for each time. */
function without(names: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return names.filter((name) => {
    const at = left.indexOf(name);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
