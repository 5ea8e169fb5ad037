import { eventCodeConstant } from "../catalogue/half-hourly/event-code.ts";
import type { RoutableMessage } from "../core/event/route.ts";
import { isHalfHourly } from "../core/file/half-hourly.ts";

/**
 * The type of the event that a flow's message becomes, e.g. `D0010_RECEIVED`. An interface of half-hourly
 * settlement has messages of several kinds, distinguished by their event code, which is the group of each:
 * `IF-037` with `[MSDeApp]` becomes `IF_037_MS_DE_APP_RECEIVED`.
 */
export function receivedEventType({
  flow,
  group,
}: Pick<RoutableMessage, "flow" | "group">): string {
  if (!isHalfHourly(flow)) return `${flow}_RECEIVED`;
  const code = group === noEventCode ? [] : [eventCodeConstant(group)];
  return [flow.replace("-", "_"), ...code, "RECEIVED"].join("_");
}

/** The group of a JSON event that has no event code. */
export const noEventCode = "event";
