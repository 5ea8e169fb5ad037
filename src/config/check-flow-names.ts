import type { Catalogue } from "../catalogue/definition.ts";
import { nearestWord } from "../core/text/nearest-word.ts";
import type { BusbarConfig } from "./config.ts";
import { ConfigError } from "./config-error.ts";

/**
 * References of flows that files may have though no definition has them: settlement flows, UK Link and
 * RGMA file types. A D and four digits is of the Data Transfer Catalogue, which is known whole.
 */
const undescribed = /^(?:[A-CE-Z]\d{4}|[A-Z]{3}|[A-Z]{5})$/;

/** File types of this shape are words, so that one near a described flow's name is a slip of the pen. */
const word = /^[A-Z]{5}$/;

/** What of a configuration names flows. */
type NamesFlows = Pick<BusbarConfig, "file" | "flows" | "expected" | "outbound">;

/**
 * Holds every name of a flow in the configuration against the catalogue: what is said of a flow that no
 * file can have does nothing, or raises an alarm every day, and nobody would know why. Throws `ConfigError`.
 */
export function checkFlowNames(config: NamesFlows, catalogue: Catalogue): void {
  const named = flowsNamedIn(config);
  if (named.length === 0) return;
  const known = new Set(catalogue.list().map(({ flow }) => flow));
  const problems = named.flatMap(({ place, flow }) => {
    if (known.has(flow)) return [];
    const near = nearestWord(flow, [...known]);
    const isSlip = word.test(flow) && near !== null;
    if (undescribed.test(flow) && !isSlip) return [];
    const meant =
      near === null ? "`busbar flow list` shows those there are" : `did you mean ${near}?`;
    const message = `${place}: the catalogue has no flow of that name; ${meant}`;
    return { line: null, column: null, message };
  });
  if (problems.length > 0) throw new ConfigError(config.file, problems);
}

/** Each name of a flow, with the place where it stands. */
function flowsNamedIn({ flows, expected, outbound }: NamesFlows) {
  return [
    ...Object.keys(flows).map((flow) => ({ place: `flows.${flow}`, flow })),
    ...Object.entries(flows).flatMap(([name, { answer }]) =>
      (answer?.flows ?? []).map((flow) => ({ place: `flows.${name}.answer.flows, ${flow}`, flow })),
    ),
    ...expected.map(({ flow }, index) => ({ place: `expected.${index}.flow, ${flow}`, flow })),
    ...outbound.flatMap((channel) =>
      (channel.flows ?? []).map((flow) => ({
        place: `channels.${channel.name}.flows, ${flow}`,
        flow,
      })),
    ),
  ];
}
