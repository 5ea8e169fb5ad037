/** Somebody in the market: role letter and participant id, e.g. `M` and `UDMS`; null where there is none. */
export interface Recipient {
  readonly role: string | null;
  readonly participant: string | null;
}

/** A follow-up event, on the action's own process unless it names another. */
export interface EventEffect<Name extends string = string, Data extends object = object> {
  readonly kind: "event";
  readonly type: Name;
  readonly data: Data;
  readonly process?: { readonly type: string; readonly key: string };
}

/** A message to be sent in a file of a flow. Which file, and its envelope, is Busbar's concern. */
export interface FileEffect {
  readonly kind: "file";
  /** Flow or flow reference, e.g. `D0155` or `D0155001`. */
  readonly flow: string;
  readonly to: Recipient;
  /** The message's data, as a reader of the flow would give it. */
  readonly data: object;
  /** Code of the group it is an occurrence of; only needed where the flow has several sorts of messages. */
  readonly group?: string;
  /** The channel to send it by; when absent, the one configured for the flow and recipient. */
  readonly channel?: string;
}

/** An e-mail. */
export interface EmailEffect {
  readonly kind: "email";
  /** Addresses, e.g. `Ann Field <ann@example.com>`. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly channel?: string;
}

/** What an action brings about; it commits with the action's "done" in one transaction. */
export type Effect = EventEffect | FileEffect | EmailEffect;

/** An expected no, with a stable code for programs and a sentence for people. */
export interface Refusal {
  readonly kind: "refusal";
  /** e.g. `ALREADY_DELIVERED`. */
  readonly code: string;
  readonly message: string;
}

/** A follow-up event on this process. */
export function record<const Name extends string, Data extends object>(
  type: Name,
  data: Data,
): EventEffect<Name, Data> {
  return { kind: "event", type, data };
}

/** A message to be sent in a file. */
export function sendFile(file: Omit<FileEffect, "kind">): FileEffect {
  return { kind: "file", ...file };
}

/** An e-mail to be sent. */
export function sendEmail(email: Omit<EmailEffect, "kind">): EmailEffect {
  return { kind: "email", ...email };
}

/** An expected no: to the caller of a command, or as the end of an action, which is then not tried again. */
export function refuse(code: string, message: string): Refusal {
  return { kind: "refusal", code, message };
}

/** Whether a result is an expected no. */
export function isRefusal(result: object): result is Refusal {
  return "kind" in result && result.kind === "refusal";
}
