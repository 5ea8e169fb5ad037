import type { Catalogue } from "../../../catalogue/definition.ts";
import { searchFlows } from "../../../catalogue/search-flows.ts";
import { type ListedFlowView, viewListedFlow } from "../../views/flow-view.ts";

/** Which flows are wanted. */
export interface FlowsWanted {
  /** Only flows in which these words are together. */
  readonly search?: string;
  /** Withdrawn flows as well. */
  readonly all?: boolean;
}

/** The flow versions of the catalogue; as many as it describes. */
export function listFlows(
  catalogue: Catalogue,
  { search = "", all = false }: FlowsWanted,
): readonly ListedFlowView[] {
  return searchFlows(catalogue, search)
    .filter((flow) => all || !flow.withdrawn)
    .map(viewListedFlow);
}
