import { drawProcess } from "../../app/queries/things/process-picture.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { visible } from "../output.ts";
import { withStore } from "../session.ts";

/** `busbar process picture KEY`. */
export interface ProcessPictureOptions {
  readonly type?: string;
}

/** `busbar process picture KEY`: what happened on a process, as a Mermaid sequence diagram. */
export function processPicture(
  { output, ...context }: CommandContext,
  named: string,
  options: ProcessPictureOptions,
): Promise<ExitCode> {
  return withStore({ output, ...context }, async (session) => {
    const lines = await drawProcess(session, { named, ...options });
    await output.lines(lines.map(visible));
    return exitCode.good;
  });
}
