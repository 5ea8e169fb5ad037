/** Writes `docs/json-output.schema.json`: every JSON shape that commands print, as JSON Schema. */
import { writeFileSync } from "node:fs";
import { viewsJsonSchema } from "../src/app/views/views-schema.ts";

const file = "docs/json-output.schema.json";
writeFileSync(file, `${JSON.stringify(viewsJsonSchema(), null, 2)}\n`);
process.stdout.write(`wrote ${file}\n`);
