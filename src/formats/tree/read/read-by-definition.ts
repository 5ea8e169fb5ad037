import type { Catalogue, FlowDefinition } from "../../../catalogue/definition.ts";
import type { Envelope } from "../../../core/file/envelope.ts";
import type { ProblemCode } from "../../problem-codes.ts";
import { sayOtherVersion, sayPartly, sayUndescribed, sayUnknown } from "../check/say-flow.ts";
import type { Frame } from "./frame.ts";
import { undescribed } from "./undescribed.ts";

/** The definition that a file is read by, and what is to be said of the choice. */
export interface ReadBy {
  /** Null: there is none, and the file is refused. */
  readonly definition: FlowDefinition | null;
  /** Whether it is the one of the file's very version. */
  readonly exact: boolean;
  readonly said: readonly { readonly code: ProblemCode; readonly say: string }[];
}

/** The definition that a file of the frame is read by: its own, one that replaces it, or one without names. */
export function readByDefinition(
  frame: Frame,
  catalogue: Catalogue,
  { flow, version }: Pick<Envelope, "flow" | "version">,
): ReadBy {
  const { families, undescribed: kept, versioned } = frame;
  const found = catalogue.find(flow, version);
  if (found !== null && families.has(found.definition.family)) {
    const { definition } = found;
    const exact = found.exact || (version === null && !versioned(definition.flow));
    const said: { code: ProblemCode; say: string }[] = [];
    if (!exact) said.push({ code: "OTHER_VERSION", say: sayOtherVersion(version, definition) });
    if (definition.partial) said.push({ code: "PARTLY_DESCRIBED", say: sayPartly(flow) });
    return { definition, exact, said };
  }
  if (kept?.test(`${flow}${version ?? ""}`) === true)
    return {
      definition: undescribed(frame, flow),
      exact: true,
      said: [{ code: "UNDESCRIBED_FLOW", say: sayUndescribed(flow) }],
    };
  return {
    definition: null,
    exact: false,
    said: [{ code: "UNKNOWN_FLOW", say: sayUnknown(flow) }],
  };
}
