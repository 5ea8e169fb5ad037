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
 * `open`: to the process of that key, opened if it is not there yet. `join`: to the process of that key
 * if it is there; otherwise it waits for it, or is not this type's concern. `ignore`: not its concern.
 */
export type Route =
  | { readonly kind: "open"; readonly key: string; readonly eventType: string }
  | {
      readonly kind: "join";
      readonly key: string;
      readonly eventType: string;
      readonly otherwise: "wait" | "ignore";
    }
  | { readonly kind: "ignore" };

/** One event that routing decided on. */
export interface RoutedEvent {
  readonly message: number;
  readonly processType: string;
  readonly key: string;
  readonly eventType: string;
  /** Set when it joins a process only if that is there: what becomes of it when it is not. */
  readonly otherwise?: "wait" | "ignore";
}
