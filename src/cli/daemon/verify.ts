import { verify } from "../../app/verify/verify.ts";
import { missingFromStore, missingWhenHeld } from "../../daemon/high-water-marks.ts";
import { lookAtDaemon } from "../../daemon/look-at-daemon.ts";
import { counted } from "../../runtime/counted.ts";
import { storeAt } from "../../store/open.ts";
import { StoreError } from "../../store/port/store-error.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { oneLine, visible } from "../print/visible.ts";
import { withStore } from "../session.ts";
import { notThisStore } from "./daemon-lines.ts";

const whole = "Store verified, no errors: every count, hash and fold is right.";

function driftNote(drifts: number): string {
  if (drifts === 0) return "";
  const files = drifts === 1 ? "1 file reads" : `${drifts} files read`;
  return ` ${files} otherwise by today's definitions: \`busbar event restate --dry-run\` shows how.`;
}

/** `busbar verify`: proves the store, or lists what is wrong with it and exits with 1. */
export async function verifyStore(context: CommandContext, options: JsonOption): Promise<ExitCode> {
  try {
    return await verifyOpened(context, options);
  } catch (error) {
    if (!(error instanceof StoreError) || !damaged.has(error.code)) throw error;
    const fault = { code: "DAMAGED", about: "the store", message: error.message };
    if (options.json) await context.output.json(fault);
    else await context.output.lines([`${fault.about}: ${fault.message} (DAMAGED)`, "1 fault."]);
    return exitCode.failed;
  }
}

/** A store that is too damaged to be opened is a finding like others. */
const damaged: ReadonlySet<string> = new Set(["corrupt", "damaged"]);

function verifyOpened(context: CommandContext, options: JsonOption): Promise<ExitCode> {
  const { output, say } = context;
  return withStore(context, async (session) => {
    const { config, store } = session;
    const faults = verify({
      recording: await session.recording(),
      definitions: await session.definitions(),
      ...(!options.json && { onStage: (stage) => say(`busbar: looking at ${stage}`) }),
    });
    let count = 0;
    let drifts = 0;
    const look = lookAtDaemon(storeAt(config.store), Date.now());
    if (look.is === "running" && look.status.replaced) {
      const message = `The daemon has another store open: ${notThisStore(look.status.replaced)}`;
      const fault = { code: "STORE_REPLACED", about: "the store", message };
      count += 1;
      if (options.json) await output.json(fault);
      else await output.line(`${fault.about}: ${message} (${fault.code})`);
    }
    const missing = (await missingFromStore(store, config)) ?? (await missingWhenHeld(store));
    if (missing !== null) {
      const fault = { code: "STORE_OLDER", about: "the store", message: missing };
      count += 1;
      if (options.json) await output.json(fault);
      else await output.line(`${fault.about}: ${oneLine(missing)} (${fault.code})`);
    }
    for await (const fault of faults) {
      if (fault.drift === true) drifts += 1;
      else count += 1;
      if (options.json) await output.json(fault);
      else await output.line(`${visible(fault.about)}: ${oneLine(fault.message)} (${fault.code})`);
      await output.flush();
    }
    if (count > 0) {
      if (!options.json) await output.line(`${counted(count, "fault")}.`);
      return exitCode.failed;
    }
    if (!options.json) await output.line(`${whole}${driftNote(drifts)}`);
    return exitCode.good;
  });
}
