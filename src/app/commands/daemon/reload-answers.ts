import type { ReloadOutcome } from "../../heartbeat/daemon-status.ts";
import type { DaemonLook } from "../../heartbeat/look-at-daemon.ts";

/** What each running daemon last answered to a request for new settings, by what people call it. */
export type ReloadAnswers = ReadonlyMap<string, ReloadOutcome | null>;

/** How the daemons that were asked to read their settings answered. */
export interface ReloadResult {
  /** Daemons that have not answered yet. */
  readonly open: readonly string[];
  /** Why daemons go on with the settings that they have, each a sentence. */
  readonly refused: readonly string[];
}

/** The answers of all daemons that run by a look at them. */
export function answersIn(look: DaemonLook): ReloadAnswers {
  if (look.is !== "running") return new Map();
  const { status, daemons = [] } = look;
  if (daemons.length < 2) return new Map([["The daemon", status.reload]]);
  return new Map(
    daemons.map(({ host, pid, reload }) => [`The daemon on ${host} (process ${pid})`, reload]),
  );
}

/**
 * What came of a request by the answers from before it and those of now. An answer is new when it is another than
 * before: the clocks of other machines are not ours. One from before `notBefore` is to an earlier request. A daemon
 * that runs no more reads its settings when it starts.
 */
export function reloadResult(
  before: ReloadAnswers,
  now: ReloadAnswers,
  notBefore = Number.NEGATIVE_INFINITY,
): ReloadResult {
  const asked = [...before].filter(([name]) => now.has(name));
  const hasAnswered = ([name, last]: (typeof asked)[number]) => {
    const at = now.get(name)?.at;
    return at !== undefined && at !== last?.at && at >= notBefore;
  };
  return {
    open: asked.filter((one) => !hasAnswered(one)).map(([name]) => name),
    refused: asked.filter(hasAnswered).flatMap(([name]) => {
      const refused = now.get(name)?.refused ?? null;
      return refused === null ? [] : [`${name} goes on with the settings that it has: ${refused}`];
    }),
  };
}
