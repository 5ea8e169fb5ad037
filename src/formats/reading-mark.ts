import { hash } from "node:crypto";
import type { Catalogue } from "../catalogue/definition.ts";
import type { Envelope } from "../core/file/envelope.ts";
import { busbarVersion } from "../disk/version.ts";
import { easedCodes, isStrict } from "./strict-codes.ts";

/** The part of any family's definition that names it. */
interface Named {
  readonly flow: string;
  readonly version: string;
}

/** Digests of definitions, each computed once: definitions never change while they are in use. */
const digests = new WeakMap<Named, string>();

let busbar: string | null = null;

/**
 * What a file was read with: this Busbar, the definition of its flow and the settings that readers look at,
 * e.g. `0.1.0 D0010 002 1f3a…`. Two readings of the same bytes with the same mark say the same of each
 * message, so that a difference between them is damage.
 */
export function readingMark(catalogue: Catalogue, envelope: Envelope): string {
  busbar ??= busbarVersion();
  const definition = definitionOf(catalogue, envelope);
  if (definition === null) return busbar;
  const { flow, version } = definition;
  const settings = [
    ...(isStrict(catalogue, flow) ? ["strict"] : []),
    ...easedCodes(catalogue, flow),
  ];
  return [busbar, flow, version, digestOf(definition), ...settings].join(" ");
}

function digestOf(definition: Named): string {
  const known = digests.get(definition);
  if (known !== undefined) return known;
  const digest = hash("sha256", JSON.stringify(definition), "hex").slice(0, 16);
  digests.set(definition, digest);
  return digest;
}

function definitionOf(catalogue: Catalogue, { family, flow, version }: Envelope): Named | null {
  const isMeant = (definition: Named) => definition.flow === flow;
  if (family === "headed-csv") return catalogue.tables().find(isMeant) ?? null;
  if (family === "json-event") return catalogue.jsonEvents().find(isMeant) ?? null;
  return catalogue.find(flow, version)?.definition ?? null;
}
