import { keptTotals } from "../../app/queries/retention.ts";
import { faultOfOpening, verifyStore } from "../../app/verify/verify-store.ts";
import { viewFault } from "../../app/views/daemon/verify-view.ts";
import { counted } from "../../runtime/counted.ts";
import type { Fault } from "../../store/port/verify-store.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { oneLine, visible } from "../output.ts";
import { adviceText } from "../print/remedy-command.ts";
import { withStore } from "../session.ts";

const whole = "Store verified, no errors: every count, hash and fold is right.";

function driftNote(drifts: number): string {
  if (drifts === 0) return "";
  const files = drifts === 1 ? "1 file reads" : `${drifts} files read`;
  return ` ${files} otherwise by today's definitions: \`busbar event restate --dry-run\` shows how.`;
}

/** What could not be proved, since it was dropped on purpose. */
function droppedNote(dropped: number): string[] {
  if (dropped === 0) return [];
  const files = counted(dropped, "file");
  return [
    `The bytes of ${files} were dropped for their age, so that their messages could not be compared with them: \`busbar retention show\`.`,
  ];
}

/** `busbar verify`: proves the store, or lists what is wrong with it and exits with 1. */
export async function verifyCommand(
  context: CommandContext,
  options: JsonOption,
): Promise<ExitCode> {
  try {
    return await verifyOpened(context, options);
  } catch (error) {
    const fault = faultOfOpening(error);
    if (fault === null) throw error;
    await tell(context, fault, options);
    if (!options.json) await context.output.line("1 fault.");
    return exitCode.failed;
  }
}

function verifyOpened(context: CommandContext, options: JsonOption): Promise<ExitCode> {
  const { output, say } = context;
  return withStore(context, async (session) => {
    const onStage = (stage: string) => {
      if (!options.json) say(`busbar: looking at ${stage}`);
    };
    let count = 0;
    let drifts = 0;
    for await (const fault of verifyStore(session, onStage)) {
      if (fault.drift === true) drifts += 1;
      else count += 1;
      await tell(context, fault, options);
      await output.flush();
    }
    if (!options.json) {
      await output.line(count > 0 ? `${counted(count, "fault")}.` : `${whole}${driftNote(drifts)}`);
      await output.lines(droppedNote((await keptTotals(session)).dropped.contents));
    }
    return count > 0 ? exitCode.failed : exitCode.good;
  });
}

async function tell({ output }: CommandContext, fault: Fault, { json }: JsonOption): Promise<void> {
  const view = viewFault(fault, adviceText);
  if (json) await output.json(view);
  else await output.line(`${visible(view.about)}: ${oneLine(view.message)} (${view.code})`);
}
