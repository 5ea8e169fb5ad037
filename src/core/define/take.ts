import type { RoutableMessage, Route } from "../event/route.ts";

/** How a definition takes messages of a flow: a command for what arrives. */
export interface Taker {
  readonly take: (message: RoutableMessage) => Route;
  /** Whether it looks at the message's data. */
  readonly looksInto: boolean;
}

/** Takes messages by what is known without their data: flow, sender, subject. */
export function handle(take: (message: RoutableMessage) => Route): Taker {
  return { take, looksInto: false };
}

/** Takes messages by their data too. */
export function handleWithData<Data>(take: (message: RoutableMessage, data: Data) => Route): Taker {
  return {
    take: (message) => take(message, JSON.parse(message.data ?? "{}") as Data),
    looksInto: true,
  };
}

/** To the process of that key, opened if it is not there yet. */
export function opens(key: string, eventType: string): Route {
  return { kind: "open", key, eventType };
}

/** To the process of that key; the message waits until it is there. */
export function joinsOrWaits(key: string, eventType: string): Route {
  return { kind: "join", key, eventType, otherwise: "wait" };
}

/** To the process of that key if it is there. */
export function joinsOrIgnores(key: string, eventType: string): Route {
  return { kind: "join", key, eventType, otherwise: "ignore" };
}

/** Not this type's concern. */
export const ignored: Route = { kind: "ignore" };
