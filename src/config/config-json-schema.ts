import { z } from "zod";
import { settings } from "./schema.ts";
import { shownShape } from "./setting-types.ts";

type JsonSchema = z.core.JSONSchema.BaseSchema;

/**
 * The form of `busbar.yaml` as JSON Schema, for editors. What it refuses is wrong; some of what only reading the
 * whole configuration shows, such as two channels that clash, it lets through.
 */
export function configJsonSchema(): JsonSchema {
  return {
    title: "Configuration of Busbar (busbar.yaml)",
    ...schemaOf(settings),
    // An empty file is all defaults.
    type: ["object", "null"],
  } as JsonSchema;
}

function schemaOf(schema: z.core.$ZodType): z.core.JSONSchema.JSONSchema {
  return z.toJSONSchema(schema, {
    io: "input",
    target: "draft-7",
    unrepresentable: "any",
    reused: "inline",
    override: ({ zodSchema, jsonSchema }) => {
      const shape = shownShape(zodSchema);
      if (shape !== null) {
        const { $schema: _, ...shown } = schemaOf(shape);
        Object.assign(jsonSchema, shown);
      }
      const expected = expectedBy(zodSchema);
      if (expected !== null) jsonSchema.description ??= expected;
      if ("default" in jsonSchema && !isAsWritten(zodSchema, jsonSchema.default))
        delete jsonSchema.default;
    },
  });
}

/** What the error of a schema says is expected there, which tells what the setting is for. */
function expectedBy(schema: z.core.$ZodType): string | null {
  const error: unknown = schema._zod.def.error;
  const said: unknown = typeof error === "function" ? error({ code: "custom" }) : null;
  return typeof said === "string" ? said : null;
}

/** Whether a default is in the form in which people write it: that of a duration is kept in milliseconds. */
function isAsWritten(schema: z.core.$ZodType, value: unknown): boolean {
  const { innerType } = schema._zod.def as { readonly innerType?: z.core.$ZodType };
  return innerType === undefined || z.safeParse(innerType, value).success;
}
