import { z } from "zod";
import { englandAndWales } from "../calendar/england-and-wales.ts";
import type { WorkingCalendar } from "../calendar/working-calendar.ts";
import type { ProcessDefinition } from "../core/process/process.ts";
import { meteringPoint } from "./metering-point/build.ts";
import { orderProcess } from "./order/build.ts";
import { senderFlow } from "./sender-flow/build.ts";
import { switchGain } from "./switch-gain/build.ts";
import { gainSettings } from "./switch-gain/settings.ts";
import { switchLoss } from "./switch-loss/build.ts";
import { lossSettings } from "./switch-loss/settings.ts";

/** What a type of process that Busbar brings may know of the installation. */
export interface OurInstallation {
  readonly calendar: WorkingCalendar;
  /** Our participant id; null where nobody said. */
  readonly us: string | null;
  /** Participants by their ids of the Data Integration Platform. */
  readonly dipIds: Readonly<Record<string, string>>;
  /** What `processSettings` says, by type of process. */
  readonly settings: ProcessSettings;
}

/** Settings of types of process that Busbar brings, by type; what is left out is as a type's own schema says. */
export const processSettings = z
  .strictObject({
    "switch-gain": gainSettings.prefault({}),
    "switch-loss": lossSettings.prefault({}),
  })
  .prefault({});

/** Settings of all types of process that have some, complete. */
export type ProcessSettings = z.output<typeof processSettings>;

/** The types of process that come with Busbar, those that take what is left aside. */
export function shippedProcesses(ours: OurInstallation): readonly ProcessDefinition[] {
  const { calendar, us, settings } = ours;
  const dipIds = dipIdsByParticipant(ours.dipIds);
  return [
    meteringPoint,
    orderProcess(calendar),
    switchGain({ us: us ?? "", dipIds, settings: settings["switch-gain"] }, calendar),
    switchLoss({ calendar, us, settings: settings["switch-loss"] }),
  ];
}

/** Every type of process: those given, and one that takes what they leave. */
export function allProcesses(given: readonly ProcessDefinition[]): readonly ProcessDefinition[] {
  return [...given, senderFlow(given)];
}

/** What there is where nothing is configured. */
export const processDefinitions = allProcesses([meteringPoint, orderProcess(englandAndWales)]);

/** Each participant's DIP id, whether the settings name it with its role letter or in any role. */
function dipIdsByParticipant(ids: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const bare = (reference: string) => reference.slice(reference.indexOf(":") + 1);
  return new Map(Object.entries(ids).map(([id, reference]) => [bare(reference), id]));
}
