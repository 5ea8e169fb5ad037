import { type FlowsWanted, listFlows } from "../../app/queries/flows/list-flows.ts";
import type { ListedFlowView } from "../../app/views/flow-view.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { type Column, printTable } from "../print/table.ts";
import { catalogueOf } from "./catalogue.ts";

/** `busbar flow list`. */
export interface FlowListOptions extends JsonOption, FlowsWanted {}

const columns: readonly Column<ListedFlowView>[] = [
  { heading: "FLOW", cell: ({ flow }) => flow },
  { heading: "VERSION", cell: ({ version }) => version },
  { heading: "FAMILY", cell: ({ family }) => family },
  { heading: "NAME", cell: ({ name, withdrawn }) => `${name}${withdrawn ? " (withdrawn)" : ""}` },
];
const foundIn: Column<ListedFlowView> = {
  heading: "FOUND IN",
  cell: (found) => found.foundIn ?? "",
};

/** `busbar flow list`: the flow versions of the catalogue. */
export async function flowList(
  context: CommandContext,
  options: FlowListOptions,
): Promise<ExitCode> {
  const { output } = context;
  const { search = "", json = false } = options;
  const found = listFlows(await catalogueOf(context), options);
  if (json) {
    for (const flow of found) await output.json(flow);
    return exitCode.good;
  }
  const shown = search === "" ? columns : [...columns, foundIn];
  const count = await printTable(output, shown, found);
  if (count === 0) await output.line(`No flow has "${search}" in its name or in one of its items.`);
  return exitCode.good;
}
