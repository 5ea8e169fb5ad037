import { englandAndWales } from "../calendar/england-and-wales.ts";
import type { WorkingCalendar } from "../calendar/working-calendar.ts";
import type { ProcessDefinition } from "../core/process/process.ts";
import { meteringPoint } from "./metering-point/build.ts";
import { orderProcess } from "./order/build.ts";
import { senderFlow } from "./sender-flow/build.ts";

/** The types of process that come with Busbar, those that take what is left aside. */
export function shippedProcesses(calendar: WorkingCalendar): readonly ProcessDefinition[] {
  return [meteringPoint, orderProcess(calendar)];
}

/** Every type of process: those given, and one that takes what they leave. */
export function allProcesses(given: readonly ProcessDefinition[]): readonly ProcessDefinition[] {
  return [...given, senderFlow(given)];
}

/** What there is where nothing is configured. */
export const processDefinitions = allProcesses(shippedProcesses(englandAndWales));
