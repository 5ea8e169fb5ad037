import {
  checkInstallation,
  checkWithoutConfiguration,
} from "../../app/doctor/check-installation.ts";
import type { CheckedThing } from "../../app/doctor/finding.ts";
import { viewCheckedThing } from "../../app/views/daemon/doctor-view.ts";
import type { BusbarConfig } from "../../config/config.ts";
import { ConfigError } from "../../config/config-error.ts";
import { checkConfiguration } from "../../daemon/check-configuration.ts";
import { counted } from "../../runtime/counted.ts";
import { errorMessage } from "../../runtime/error-message.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { oneLine } from "../output.ts";
import { unitProgram } from "../service/service.ts";
import { configOf } from "../session.ts";

/** What `busbar doctor` can be given. */
export interface DoctorOptions extends JsonOption {
  /** False: partners' servers are left alone. */
  readonly channels: boolean;
  readonly unit: string;
}

const marks = { good: "ok", warning: "LOOK", bad: "BAD" } as const;

/** `busbar doctor`: looks at the whole installation, and says of each thing that is not good what to do. */
export async function doctor(context: CommandContext, options: DoctorOptions): Promise<ExitCode> {
  const { output } = context;
  const counts = { good: 0, warning: 0, bad: 0 };
  for await (const thing of thingsOf(context, options)) {
    counts[thing.outcome] += 1;
    if (options.json === true) await output.json(viewCheckedThing(thing));
    else await output.line(lineOf(thing));
    await output.flush();
  }
  if (options.json !== true) await output.lines(["", sumOf(counts)]);
  return counts.bad === 0 ? exitCode.good : exitCode.failed;
}

/** A configuration that cannot be used is a finding like others, and the rest is looked at all the same. */
async function* thingsOf(
  context: CommandContext,
  { channels, unit }: DoctorOptions,
): AsyncGenerator<CheckedThing> {
  let config: BusbarConfig;
  try {
    config = configOf(context);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    yield* checkWithoutConfiguration(error.file, error.message);
    return;
  }
  const fault = await checkConfiguration(config).then(() => null, errorMessage);
  const program = { path: unit, ...(await unitProgram()) };
  yield* checkInstallation(config, { channels, unit: program, fault });
}

function lineOf({ area, outcome, about, found }: CheckedThing): string {
  return `${marks[outcome].padEnd(5)}${area.padEnd(14)}${oneLine(about)}: ${oneLine(found)}`;
}

function sumOf({ good, warning, bad }: Record<CheckedThing["outcome"], number>): string {
  if (warning + bad === 0) return `${counted(good, "thing")} looked at, all good.`;
  const parts = [
    ...(bad === 0 ? [] : [`${bad} bad`]),
    ...(warning === 0 ? [] : [`${warning} to look at`]),
  ];
  return `${counted(good + warning + bad, "thing")} looked at: ${parts.join(", ")}.`;
}
