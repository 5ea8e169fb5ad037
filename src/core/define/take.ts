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

/**
 * To the process of that key, opened if it is not there yet. It goes by the references from then on, such as
 * `registration:R-1`: messages that find it by one of them become its events, those that came before, too.
 */
export function opens(key: string, eventType: string, references: readonly string[] = []): Route {
  return references.length === 0
    ? { kind: "open", key, eventType }
    : { kind: "open", key, eventType, references };
}

/**
 * As `opens`, and to every other process that goes by one of `others`, those that come later too: what is said
 * of one is known to all of them. The process itself is to go by them.
 */
export function opensAndTells(
  key: string,
  eventType: string,
  references: readonly string[],
  others: readonly string[],
): Route {
  return { kind: "open", key, eventType, references, others };
}

/**
 * To every process that goes by one of these references, whichever of the two comes first; it goes by all of
 * them from then on. The message waits, and is shown as waiting, while there is none.
 */
export function findsOrWaits(references: readonly string[], eventType: string): Route {
  return { kind: "find", references, eventType, otherwise: "wait" };
}

/** To every process that goes by one of these references; the message may well concern none, now or ever. */
export function findsOrIgnores(references: readonly string[], eventType: string): Route {
  return { kind: "find", references, eventType, otherwise: "ignore" };
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
