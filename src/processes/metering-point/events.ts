import type { RoutableMessage, Route } from "../../core/event/route.ts";
import { receivedEventType } from "../received.ts";

/**
 * Every message whose subject is an MPAN core or metering system id is a fact on that metering point,
 * whatever its flow; the first one opens it.
 */
export function routeToMeteringPoint(message: RoutableMessage): Route {
  if (message.subjectKind !== "mpan" || message.subjectKey === null) return { kind: "ignore" };
  return { kind: "open", key: message.subjectKey, eventType: receivedEventType(message) };
}
