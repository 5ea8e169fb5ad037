import type { Catalogue } from "../catalogue/definition.ts";
import type { BusbarConfig } from "./config.ts";
import { ConfigError } from "./config-error.ts";
import { nearestWord } from "./spelling.ts";

/**
 * References of flows that files may have though no definition has them: settlement flows, UK Link and
 * RGMA file types. A D and four digits is of the Data Transfer Catalogue, which is known whole.
 */
const undescribed = /^(?:[A-CE-Z]\d{4}|[A-Z]{3}|[A-Z]{5})$/;

/**
 * Holds the names under `flows:` against the catalogue: settings of a flow that no file can have do
 * nothing, and nobody would notice. Throws `ConfigError`.
 */
export function checkFlowNames(
  { file, flows }: Pick<BusbarConfig, "file" | "flows">,
  catalogue: Catalogue,
): void {
  const names = Object.keys(flows);
  if (names.length === 0) return;
  const known = new Set(catalogue.list().map(({ flow }) => flow));
  const unknown = names.filter((name) => !known.has(name) && !undescribed.test(name));
  if (unknown.length === 0) return;
  const problems = unknown.map((name) => {
    const near = nearestWord(name, [...known]);
    const meant =
      near === null ? "`busbar flow list` shows those there are" : `did you mean ${near}?`;
    const message = `flows.${name}: the catalogue has no flow of that name; ${meant}`;
    return { line: null, column: null, message };
  });
  throw new ConfigError(file, problems);
}
