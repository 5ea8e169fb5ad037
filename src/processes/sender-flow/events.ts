import { handle, handleWithData, ignored, opens, type Taker } from "../../core/define/take.ts";
import type { RoutableMessage, Route } from "../../core/event/route.ts";
import type { ProcessDefinition } from "../../core/process/process.ts";
import { receivedEventType } from "../received.ts";

/**
 * A message that no other process takes (market-wide data, an acknowledgement, a subject nobody has a
 * process for) is a fact on the process of its sender and flow, e.g. `D:UDMS:D0269`. What the file does
 * not say is `none`.
 */
export function takesWhatIsLeft(
  others: readonly ProcessDefinition[],
): Readonly<Record<string, Taker>> {
  const take = (message: RoutableMessage): Route =>
    others.some((other) => takes(other, message))
      ? ignored
      : opens(keyOf(message), receivedEventType(message));
  // Where another looks into the data, it is needed here too.
  const flows = new Set(others.flatMap(({ looksInto }) => [...looksInto]));
  return {
    ...Object.fromEntries([...flows].map((flow) => [flow, handleWithData(take)])),
    "*": handle(take),
  };
}

/** A definition that cannot make up its mind keeps the message as its own: it is stuck there, for a person. */
function takes(definition: ProcessDefinition, message: RoutableMessage): boolean {
  try {
    return definition.route(message).kind !== "ignore";
  } catch {
    return true;
  }
}

function keyOf({ fromRole, fromParticipant, flow }: RoutableMessage): string {
  return [fromRole ?? "none", fromParticipant ?? "none", flow].join(":");
}
