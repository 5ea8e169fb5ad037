import type { ColumnDefinition, TableDefinition } from "../definition.ts";
import { columnFormat } from "./column-format.ts";
import { layoutPattern } from "./layout-pattern.ts";
import { type JsonSchema, schemaHead } from "./schema-head.ts";
import { valuePattern } from "./value-pattern.ts";

/**
 * A JSON Schema of the data of a table's messages: what a reader gives for one it finds no error in.
 * Columns that the table does not have are taken with a warning, so other texts may be there.
 */
export function tableSchema(table: TableDefinition): JsonSchema {
  const { columns, groupBy } = table;
  if (groupBy.length === 0) return { ...schemaHead(table), ...rowSchema(columns) };
  const shared = columns.filter(({ line }) => !line);
  const lines = {
    type: "array",
    description: "A row each.",
    items: rowSchema(columns.filter(({ line }) => line)),
    minItems: 1,
  };
  const { properties, required, ...object } = rowSchema(shared);
  return {
    ...schemaHead(table),
    ...object,
    properties: { ...properties, lines },
    required: [...(required ?? []), "lines"],
  };
}

interface RowSchema {
  readonly type: "object";
  readonly properties: JsonSchema;
  readonly required?: readonly string[];
  readonly additionalProperties: JsonSchema;
}

function rowSchema(columns: readonly ColumnDefinition[]): RowSchema {
  const required = columns.filter((column) => column.required).map(({ key }) => key);
  return {
    type: "object",
    properties: Object.fromEntries(columns.map((column) => [column.key, columnSchema(column)])),
    ...(required.length > 0 && { required }),
    additionalProperties: { type: "string" },
  };
}

function columnSchema(column: ColumnDefinition): JsonSchema {
  const { name, format, layout, codes } = column;
  const text = {
    title: name,
    description: `${columnFormat(column)}.`,
    type: "string",
    minLength: 1,
  };
  switch (format.kind) {
    case "boolean":
      return { ...text, enum: (layout ?? "").split("/") };
    case "date":
    case "datetime":
    case "time":
      return { ...text, pattern: layoutPattern(layout ?? "") };
    case "number":
      return { ...text, pattern: valuePattern(format), ...(codes !== null && { examples: codes }) };
    case "text":
      return { ...text, maxLength: format.length, ...(codes !== null && { examples: codes }) };
    default:
      return { ...text, ...(codes !== null && { examples: codes }) };
  }
}
