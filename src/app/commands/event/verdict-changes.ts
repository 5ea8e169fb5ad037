import type { Verdict } from "../../../core/define/condition.ts";
import type { EventRecord } from "../../../core/event/event.ts";
import { foldOn } from "../../../core/process/build.ts";
import type { ProcessDefinition } from "../../../core/process/process.ts";
import type { JudgedAction } from "../../../store/port/events/consequence.ts";

/** A condition that says another thing today of the state at an event than it said when it was judged. */
export interface VerdictChange {
  readonly event: number;
  /** Number of the ledger's row, with the action's name and state. */
  readonly action: number;
  readonly name: string;
  readonly state: JudgedAction["state"];
  readonly before: Verdict;
  readonly after: Verdict;
}

/**
 * Judges the conditions of a process's events again, and gives those that come out otherwise: verdicts
 * are kept as they were, and people are notified.
 */
export function verdictChanges(
  definition: ProcessDefinition,
  key: string,
  ordered: readonly EventRecord[],
  judged: readonly JudgedAction[],
): VerdictChange[] {
  if (judged.every(({ verdicts }) => verdicts === null)) return [];
  const ledger = new Map(judged.map((row) => [placeOf(row.event, row.name), row]));
  const changes: VerdictChange[] = [];
  foldOn(definition, definition.begin(key), ordered, {
    onFolded(event, state) {
      for (const { action, conditions } of definition.subscriptions(event.type)) {
        const row = ledger.get(placeOf(event.seq, action.name));
        if (row === undefined || row.verdicts === null) continue;
        const kept = JSON.parse(row.verdicts) as Verdict[];
        for (const condition of conditions) {
          const before = kept.find((verdict) => verdict.condition === condition.name);
          // What was asked of how things were then is not asked again of the event's own moment.
          if (before === undefined || condition.asksNow === true) continue;
          const after = condition.judge(state, event);
          if (after.holds === before.holds) continue;
          changes.push({
            event: event.seq,
            action: row.action,
            name: row.name,
            state: row.state,
            before,
            after,
          });
        }
      }
    },
  });
  return changes;
}

function placeOf(event: number, action: string): string {
  return `${event} ${action}`;
}
