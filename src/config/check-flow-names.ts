import type { Catalogue } from "../catalogue/definition.ts";
import { nearestWords } from "../core/text/nearest-word.ts";
import type { BusbarConfig } from "./config.ts";
import { ConfigError } from "./config-error.ts";

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
  const problems = named.flatMap(({ place, flow }) => {
    if (known.has(flow)) return [];
    const near = nearestWords(flow, [...known], suggested);
    const meant =
      near.length === 0
        ? "the list of flows shows those there are."
        : `did you mean ${near.join(" or ")}?`;
    const otherwise = `If files do have that name and no definition describes them: \`undescribedFlows: [${flow}]\``;
    const message = `${place}: the catalogue has no flow of that name; ${meant} ${otherwise}`;
    return { line: null, column: null, message };
  });
  if (problems.length > 0) throw new ConfigError(config.file, problems);
}

/** Each name of a flow, with the place where it is. */
function flowsNamedIn({ flows, expected, outbound, webhooks }: NamesFlows) {
  return [
    ...Object.keys(flows).map((flow) => ({ place: `flows.${flow}`, flow })),
    ...Object.entries(flows).flatMap(([name, { answer }]) =>
      (answer?.flows ?? []).map((flow) => ({ place: `flows.${name}.answer.flows, ${flow}`, flow })),
    ),
    ...expected.map(({ flow }, index) => ({ place: `expected.${index}.flow, ${flow}`, flow })),
    ...[...outbound, ...webhooks].flatMap((channel) =>
      (channel.flows ?? []).map((flow) => ({
        place: `channels.${channel.name}.flows, ${flow}`,
        flow,
      })),
    ),
  ];
}
