import { viewAction } from "../../app/views/action-view.ts";
import type { ActionRecord, ActionState } from "../../core/action/ledger.ts";
import { type Hold, holdOnAction } from "../../core/hold/hold.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { cutShort, type ListOptions, limitOf } from "../print/listing.ts";
import { localTime } from "../print/local-time.ts";
import { type Column, printTable } from "../print/table.ts";
import { keyFilter } from "../process/named-processes.ts";
import { withStore } from "../session.ts";
import { keptText } from "../stuck/hold-lines.ts";

/** `busbar action list`. */
export interface ActionListOptions extends ListOptions {
  readonly state?: ActionState | "failing";
  readonly name?: string;
  readonly type?: string;
  readonly key?: string;
}

const columns: readonly Column<ActionRecord>[] = [
  { heading: "ID", align: "right", cell: (action) => action.id },
  { heading: "PLANNED", cell: (action) => localTime(action.plannedAt) },
  { heading: "STATE", cell: ({ state, failing }) => (failing ? "failing" : state) },
  { heading: "PROCESS", cell: (action) => action.processType },
  { heading: "KEY", cell: (action) => action.key },
  { heading: "ACTION", cell: (action) => action.name },
  { heading: "EVENT", align: "right", cell: (action) => action.event },
  { heading: "TRIES", align: "right", cell: (action) => action.attempts },
  { heading: "REASON", cell: (action) => shortened(action.reason ?? "") },
];

/** `busbar action list`: rows of the ledger, in the order they were planned. */
export function actionList(context: CommandContext, options: ActionListOptions): Promise<ExitCode> {
  const { output } = context;
  return withStore(context, async ({ store }) => {
    const { state, name, type, key } = options;
    const limit = limitOf(options);
    const actions = store.actions.list({
      ...(state !== undefined && { state }),
      ...(name !== undefined && { name }),
      ...(await keyFilter(store, key, type)),
      ...(limit !== null && { limit }),
    });
    const holds = await store.holds.list();
    if (options.json) {
      for await (const action of actions) {
        if (output.closed) break;
        await output.json(viewAction(action, holds));
      }
      return exitCode.good;
    }
    const count = await printTable(output, columns, withReasons(actions, holds));
    if (count === 0)
      await output.line("No such actions. `busbar status` tells how many are under way.");
    const cut = cutShort(options, count);
    if (cut !== null) await output.line(cut);
    return exitCode.good;
  });
}

/** A planned action that a hold keeps says so where it has nothing else to say. */
async function* withReasons(
  actions: AsyncIterable<ActionRecord>,
  holds: readonly Hold[],
): AsyncGenerator<ActionRecord> {
  for await (const action of actions) {
    const hold = action.reason === null ? holdOnAction(holds, action) : null;
    yield hold === null ? action : { ...action, reason: keptText(hold) };
  }
}

/** So much of a reason fits beside the rest; `action show` has it whole. */
const shownChars = 60;

function shortened(text: string): string {
  return text.length <= shownChars ? text : `${text.slice(0, shownChars - 1)}…`;
}
