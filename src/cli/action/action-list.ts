import { type ActionsWanted, listActions } from "../../app/queries/lists/actions.ts";
import type { ActionView } from "../../app/views/action-view.ts";
import { localTime } from "../../runtime/local-time.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { printList } from "../print/list-page.ts";
import { isFiltered, type ListOptions } from "../print/listing.ts";
import type { Column } from "../print/table.ts";
import { withStore } from "../session.ts";
import { keptText } from "../stuck/hold-lines.ts";

/** `busbar action list`. */
export interface ActionListOptions extends ListOptions, ActionsWanted {}

const columns: readonly Column<ActionView>[] = [
  { heading: "ID", align: "right", cell: (action) => action.id },
  { heading: "PLANNED", cell: (action) => localTime(action.plannedAt) },
  { heading: "STATE", cell: ({ state, failing }) => (failing ? "failing" : state) },
  { heading: "PROCESS", cell: (action) => action.processType },
  { heading: "KEY", cell: (action) => action.key },
  { heading: "ACTION", cell: (action) => action.name },
  { heading: "EVENT", align: "right", cell: (action) => action.event },
  { heading: "TRIES", align: "right", cell: (action) => action.attempts },
  { heading: "REASON", cell: (action) => shortened(reasonOf(action)) },
];

/** `busbar action list`: rows of the ledger, in the order they were planned. */
export function actionList(context: CommandContext, options: ActionListOptions): Promise<ExitCode> {
  return withStore(context, async (session) => {
    await printList(context, options, session, {
      query: listActions,
      wanted: options,
      shown: columns,
      nothing: isFiltered(options)
        ? "No such actions. `busbar action list` without filters shows all."
        : "No actions were planned yet. `busbar event list` shows the events that they follow from.",
    });
    return exitCode.good;
  });
}

/** A planned action that a hold keeps says so where it has nothing else to say. */
function reasonOf({ reason, keptBy }: ActionView): string {
  return reason ?? (keptBy === null ? "" : keptText(keptBy));
}

/** So much of a reason fits beside the rest; `action show` has it whole. */
const shownChars = 60;

function shortened(text: string): string {
  return text.length <= shownChars ? text : `${text.slice(0, shownChars - 1)}…`;
}
