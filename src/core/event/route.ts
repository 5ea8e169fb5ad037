/** What routing may look at: the message and the file's sender, never the outside world. */
export interface RoutableMessage {
  readonly id: number;
  readonly file: number;
  readonly line: number;
  readonly flow: string;
  /** Code of the group that it is an occurrence of (`Message.group`); of half-hourly settlement the event code. */
  readonly group: string;
  readonly fromRole: string | null;
  readonly fromParticipant: string | null;
  readonly subjectKind: string | null;
  readonly subjectKey: string | null;
  /** JSON text of its data, for flows that a definition looks into; null for others, which costs less. */
  readonly data: string | null;
}

/**
 * Where a message goes for one process type.
 * `open`: to the process of that key, opened if it is not there yet; it goes by the references from then on.
 * With `others` also to every other process that goes by one of those, whichever of the two comes first.
 * `join`: to the process of that key if it is there; otherwise it waits for it, or is not this type's concern.
 * `find`: to every process that goes by one of the references, whether that comes before the message or
 * after it, and goes by all of them from then on. While there is none, `wait` says that it is missing one.
 * `ignore`: not its concern.
 */
export type Route =
  | {
      readonly kind: "open";
      readonly key: string;
      readonly eventType: string;
      readonly references?: readonly string[];
      readonly others?: readonly string[];
    }
  | {
      readonly kind: "join";
      readonly key: string;
      readonly eventType: string;
      readonly otherwise: "wait" | "ignore";
    }
  | {
      readonly kind: "find";
      readonly references: readonly string[];
      readonly eventType: string;
      readonly otherwise: "wait" | "ignore";
    }
  | { readonly kind: "ignore" };

/** One event that routing decided on; of a message that finds processes, what it becomes on each. */
export interface RoutedEvent {
  readonly message: number;
  readonly processType: string;
  /** Of one that finds processes the first reference: what it waits for while there is none. */
  readonly key: string;
  readonly eventType: string;
  /** Set when it joins or finds processes that are there: what becomes of it when none is. */
  readonly otherwise?: "wait" | "ignore";
  /** What its process goes by. */
  readonly references?: readonly string[];
  /** Its processes are found by its references, not by the key. */
  readonly finds?: true;
}

/** What a route comes to for a message, in the order of recording; nothing when it is not the type's concern. */
export function routedBy(
  route: Route,
  { message, processType }: Pick<RoutedEvent, "message" | "processType">,
): RoutedEvent[] {
  if (route.kind === "ignore") return [];
  const { eventType } = route;
  const about = { message, processType, eventType };
  const finding = (references: readonly string[], otherwise: "wait" | "ignore"): RoutedEvent => ({
    ...about,
    key: references[0] ?? "",
    otherwise,
    references,
    finds: true,
  });
  switch (route.kind) {
    case "open": {
      const { key, references, others } = route;
      const own = references === undefined ? { ...about, key } : { ...about, key, references };
      return others === undefined ? [own] : [own, finding(others, "ignore")];
    }
    case "join":
      return [{ ...about, key: route.key, otherwise: route.otherwise }];
    case "find":
      return [finding(route.references, route.otherwise)];
  }
}
