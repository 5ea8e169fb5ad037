import { type CommandShape, commandShapes } from "../../../src/cli/completion/command-shape.ts";
import { Output } from "../../../src/cli/output.ts";
import { createProgram } from "../../../src/cli/program.ts";

/** Every command of the program. */
export function programShapes(): CommandShape[] {
  const nothing = () => undefined;
  const surroundings = { output: new Output(process.stdout), say: nothing, environment: {} };
  return commandShapes(createProgram(surroundings, { out: nothing, err: nothing }, nothing));
}
