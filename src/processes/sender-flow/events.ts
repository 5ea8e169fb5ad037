import type { RoutableMessage, Route } from "../../core/route.ts";
import { receivedEventType } from "../received.ts";

/** The kinds of subject that a process of their own takes. */
const taken: ReadonlySet<string> = new Set(["mpan"]);

/**
 * A message that is about no subject of its own (market-wide data, an acknowledgement), or about one
 * that no process takes, is a fact on the process of its sender and flow, e.g. `D:UDMS:D0269`. What the
 * file does not say is `none`.
 */
export function routeToSenderFlow(message: RoutableMessage): Route {
  if (message.subjectKind !== null && taken.has(message.subjectKind)) return { kind: "ignore" };
  const { fromRole, fromParticipant, flow } = message;
  const key = [fromRole ?? "none", fromParticipant ?? "none", flow].join(":");
  return { kind: "open", key, eventType: receivedEventType(flow) };
}
