import type { Catalogue } from "../catalogue/definition.ts";
import { nearestWords } from "../core/text/nearest-word.ts";
import type { BusbarConfig } from "./config.ts";
import { settingsError } from "./load-config.ts";

/** What of a configuration names flows. */
type NamesFlows = Pick<
  BusbarConfig,
  "file" | "flows" | "undescribedFlows" | "expected" | "outbound" | "webhooks"
>;

/** So many names are suggested for one that is misspelt. */
const suggested = 3;

/**
 * Holds every name of a flow in the configuration against the catalogue: what is said of a flow that no
 * file can have does nothing, or raises an alarm every day, and nobody would know why. A flow that no
 * definition describes is named under `undescribedFlows`. Throws `ConfigError`.
 */
export function checkFlowNames(config: NamesFlows, catalogue: Catalogue): void {
  const named = flowsNamedIn(config);
  if (named.length === 0) return;
  const described = [...new Set(catalogue.list().map(({ flow }) => flow))];
  const known = new Set([...described, ...config.undescribedFlows]);
  const problems = named.flatMap(({ path, place, flow }) => {
    if (known.has(flow)) return [];
    const near = nearestWords(flow, [...known], suggested);
    const meant =
      near.length === 0
        ? "the list of flows shows those there are."
        : `did you mean ${near.join(" or ")}?`;
    const otherwise = `If files do have that name and no definition describes them: \`undescribedFlows: [${flow}]\``;
    const message = `${place}: the catalogue has no flow of that name; ${meant} ${otherwise}`;
    return { path, message };
  });
  if (problems.length > 0) throw settingsError(config.file, problems);
}

/** Each name of a flow, with the setting that it is in. */
function flowsNamedIn({ flows, expected, outbound, webhooks }: NamesFlows) {
  const named = (path: readonly PropertyKey[], place: string, flow: string) => ({
    path,
    place: `${place}, ${flow}`,
    flow,
  });
  const listed = (path: readonly PropertyKey[], names: readonly string[] | null | undefined) =>
    (names ?? []).map((flow, index) => named([...path, index], path.join("."), flow));
  return [
    ...Object.keys(flows).map((flow) => ({ path: ["flows", flow], place: `flows.${flow}`, flow })),
    ...Object.entries(flows).flatMap(([name, { answer }]) =>
      listed(["flows", name, "answer", "flows"], answer?.flows),
    ),
    ...expected.map(({ flow }, index) =>
      named(["expected", index, "flow"], `expected.${index}.flow`, flow),
    ),
    ...[...outbound, ...webhooks].flatMap(({ name, flows: own }) =>
      listed(["channels", name, "flows"], own),
    ),
  ];
}
