import { z } from "zod";
import { views } from "./views.ts";

/** Every view as JSON Schema, each under its name in `$defs`. */
export function viewsJsonSchema(): object {
  const registry = z.registry<{ id: string }>();
  for (const [name, view] of Object.entries(views)) registry.add(view, { id: name });
  const { schemas } = z.toJSONSchema(registry, { uri: (name) => `#/$defs/${name}` });
  const $defs = Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema: _, $id: __, ...schema }]) => [name, schema]),
  );
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Objects that commands print with --json",
    $defs,
  };
}
