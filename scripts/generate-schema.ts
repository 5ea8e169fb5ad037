/** Writes `docs/flow-definition.schema.json`, the published form of flow definitions. */
import { writeFileSync } from "node:fs";
import { definitionJsonSchema } from "../src/definitions/user/definition-schema.ts";

const file = "docs/flow-definition.schema.json";
writeFileSync(file, `${JSON.stringify(definitionJsonSchema(), null, 2)}\n`);
process.stdout.write(`wrote ${file}\n`);
