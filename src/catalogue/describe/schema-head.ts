import type { AnyFlow } from "../any-flow.ts";

/** A JSON Schema, or a part of one. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** What a flow's schema begins with: its dialect, its name in the world, its title. */
export function schemaHead({ flow, version, name }: Pick<AnyFlow, "flow" | "version" | "name">) {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: `urn:busbar:flow:${flow}${version}`,
    title: `${flow} ${version} ${name}`,
  };
}
