import type { Definitions } from "../build/build-pending.ts";
import type { Effect, EventEffect, FileEffect } from "../core/define/effect.ts";
import type { ReadyEffect } from "../store/port/actions/action-store.ts";

/** Says in a sentence why a message cannot be written in a file of its flow; null when it can. */
export type CheckFile = (effect: FileEffect) => string | null;

/** What an action brings about, checked, or why it cannot be. */
export type ReadyEffects =
  | { readonly ok: true; readonly effects: readonly ReadyEffect[] }
  | { readonly ok: false; readonly message: string };

/** Whose action it is. */
interface Owner {
  readonly processType: string;
  readonly key: string;
}

/**
 * Checks effects as strictly as they will be taken later: an event by its type, a file by a trial
 * writing. So what cannot be fails the action, where a person sees why, and not something after it.
 */
export function readyEffects(
  effects: readonly Effect[],
  owner: Owner,
  definitions: Definitions,
  checkFile: CheckFile,
): ReadyEffects {
  const ready: ReadyEffect[] = [];
  for (const [place, effect] of effects.entries()) {
    const checked = effect.kind === "event" ? event(effect, owner, definitions) : leaving(effect);
    if (typeof checked === "string")
      return { ok: false, message: `Its effect ${place + 1} cannot be: ${checked}` };
    ready.push(checked);
  }
  return { ok: true, effects: ready };

  function leaving(effect: Exclude<Effect, EventEffect>): ReadyEffect | string {
    return (effect.kind === "file" ? checkFile(effect) : null) ?? effect;
  }
}

function event(effect: EventEffect, owner: Owner, definitions: Definitions): ReadyEffect | string {
  const { type, data } = effect;
  const processType = effect.process?.type ?? owner.processType;
  const key = effect.process?.key ?? owner.key;
  const definition = definitions.get(processType);
  if (definition === undefined)
    return `no definition of the process type "${processType}" is known here.`;
  const checked = definition.checkEvent(type, data);
  if (!checked.ok) return `the event ${type} is not as its type says: ${checked.message}`;
  const { version } = checked;
  return { kind: "event", processType, key, type, version, data: JSON.stringify(checked.data) };
}
