import { viewListedFlow } from "../../app/views/flow-view.ts";
import { type FoundFlow, searchFlows } from "../../catalogue/search-flows.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { type Column, printTable } from "../print/table.ts";
import { catalogueOf } from "./catalogue.ts";

/** `busbar flow list`. */
export interface FlowListOptions extends JsonOption {
  /** Only flows in which these words stand together. */
  readonly search?: string;
  /** Withdrawn flows as well. */
  readonly all?: boolean;
}

const columns: readonly Column<FoundFlow>[] = [
  { heading: "FLOW", cell: ({ flow }) => flow },
  { heading: "VERSION", cell: ({ version }) => version },
  { heading: "FAMILY", cell: ({ family }) => family },
  { heading: "NAME", cell: ({ name, withdrawn }) => `${name}${withdrawn ? " (withdrawn)" : ""}` },
];
const foundIn: Column<FoundFlow> = {
  heading: "FOUND IN",
  cell: (found) => found.foundIn ?? "",
};

/** `busbar flow list`: the flow versions of the catalogue. */
export async function flowList(
  context: CommandContext,
  options: FlowListOptions,
): Promise<ExitCode> {
  const { output } = context;
  const { search = "", all = false, json = false } = options;
  const found = searchFlows(await catalogueOf(context), search).filter(
    (flow) => all || !flow.withdrawn,
  );
  if (json) {
    for (const flow of found) await output.json(viewListedFlow(flow));
    return exitCode.good;
  }
  const shown = search === "" ? columns : [...columns, foundIn];
  const count = await printTable(output, shown, found);
  if (count === 0) await output.line(`No flow has "${search}" in its name or in one of its items.`);
  return exitCode.good;
}
