/** Writes what is made of the code: the manual page and the JSON Schema of the configuration. Part of the build. */
import { writeFileSync } from "node:fs";
import { commandShapes } from "../src/cli/completion/command-shape.ts";
import { manualPage } from "../src/cli/completion/manual-page.ts";
import { Output } from "../src/cli/output.ts";
import { createProgram } from "../src/cli/program.ts";
import { configJsonSchema } from "../src/config/config-json-schema.ts";
import { busbarVersion } from "../src/disk/version.ts";

const nothing = () => undefined;
const program = createProgram(
  { output: new Output(process.stdout), say: nothing, environment: {} },
  { out: nothing, err: nothing },
  nothing,
);
writeFileSync("dist/busbar.1", manualPage(commandShapes(program), busbarVersion()));
writeFileSync("dist/busbar.schema.json", `${JSON.stringify(configJsonSchema(), null, 2)}\n`);
