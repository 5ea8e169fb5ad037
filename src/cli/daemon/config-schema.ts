import { configJsonSchema } from "../../config/config-json-schema.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";

/** `busbar config schema`: the form of `busbar.yaml` for editors. Needs no configuration. */
export async function configSchema({ output }: CommandContext): Promise<ExitCode> {
  await output.text(`${JSON.stringify(configJsonSchema(), null, 2)}\n`);
  return exitCode.good;
}
