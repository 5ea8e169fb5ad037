import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { JsonEventDefinition, JsonFieldDefinition } from "../json-event-definition.ts";
import { readCatalogueFile } from "../load/read-file.ts";
import {
  halfHourlyBlocks,
  halfHourlyFlow,
  halfHourlyIndex,
  halfHourlyItems,
} from "./data-schema.ts";
import { halfHourlyEnvelope } from "./envelope.ts";
import { type HalfHourlyData, halfHourlyFields } from "./fields.ts";

/** Definitions of half-hourly settlement messages, and the file that lists them. */
export interface HalfHourly {
  readonly file: string;
  readonly definitions: readonly JsonEventDefinition[];
}

const shipped = fileURLToPath(new URL(".", import.meta.url));

/**
 * The interfaces of the half-hourly settlement programme's Data Integration Platform (swagger 2.1.0 of
 * April 2026). Reads the index at once; an interface's members are read when somebody asks for them.
 * Throws `CatalogueError` for a damaged file, here or then.
 */
export function openHalfHourly(folder: string = shipped): HalfHourly {
  const file = join(folder, "index.json");
  const index = readCatalogueFile(file, halfHourlyIndex);
  let shared: Pick<HalfHourlyData, "items" | "shared"> | null = null;
  const fieldsOf = (flow: string, version: string): JsonFieldDefinition[] => {
    shared ??= {
      items: readCatalogueFile(join(folder, "items.json"), halfHourlyItems),
      shared: readCatalogueFile(join(folder, "blocks.json"), halfHourlyBlocks),
    };
    const own = readCatalogueFile(join(folder, "flows", `${flow}.json`), halfHourlyFlow);
    return halfHourlyFields({ flow, version, ...own, ...shared });
  };
  const definitions = Object.entries(index).map(([flow, { version, name }]) =>
    withFields({ ...halfHourlyEnvelope(flow), flow, version, name }, () => fieldsOf(flow, version)),
  );
  return { file, definitions };
}

/** A definition whose fields are read when they are first asked for. */
function withFields(
  definition: Omit<JsonEventDefinition, "fields">,
  read: () => readonly JsonFieldDefinition[],
): JsonEventDefinition {
  let fields: readonly JsonFieldDefinition[] | null = null;
  return {
    ...definition,
    get fields() {
      fields ??= read();
      return fields;
    },
  };
}
