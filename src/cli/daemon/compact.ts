import { compactStore } from "../../app/commands/daemon/compact-store.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { withStore } from "../session.ts";

/** `busbar compact`: the store's file without the room that nothing uses. */
export function compact(context: CommandContext): Promise<ExitCode> {
  return withStore(context, async (session) => {
    const { before, after } = await compactStore(session);
    await context.output.line(`The store has ${after} bytes; it had ${before}.`);
    return exitCode.good;
  });
}
