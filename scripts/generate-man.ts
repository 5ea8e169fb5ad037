/** Writes `dist/busbar.1`, the manual page, from the command line. Part of the build. */
import { writeFileSync } from "node:fs";
import { commandShapes } from "../src/cli/completion/command-shape.ts";
import { manualPage } from "../src/cli/completion/manual-page.ts";
import { Output } from "../src/cli/output.ts";
import { createProgram } from "../src/cli/program.ts";
import { busbarVersion } from "../src/disk/version.ts";

const nothing = () => undefined;
const program = createProgram(
  { output: new Output(process.stdout), say: nothing, environment: {} },
  { out: nothing, err: nothing },
  nothing,
);
writeFileSync("dist/busbar.1", manualPage(commandShapes(program), busbarVersion()));
