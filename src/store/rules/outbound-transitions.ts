import type {
  OutboundDecision,
  OutboundMessage,
  OutboundRecord,
} from "../../core/outbound/outbound.ts";
import { notFound, RefusedError } from "../../core/refusal/refused-error.ts";
import { advice } from "../../core/stuck/remedy.ts";

/** What of an outbound file or e-mail decides what may be done about it. */
export interface DecidedOutbound extends Pick<OutboundRecord, "id" | "state" | "onHold"> {
  /** Something of it may be at the partner, under its temporary name or its own. */
  readonly inFlight: boolean;
  /** An attempt failed, or the connection broke on it. */
  readonly wasTried: boolean;
}

/** How a decision leaves it. */
export interface OutboundAfter extends Pick<DecidedOutbound, "state" | "onHold" | "inFlight"> {
  /** Its attempts count from anew, and it is due now. */
  readonly beginsAnew: boolean;
  /** It ends now. */
  readonly ends: boolean;
}

interface Transition {
  /** Whether it can be decided so. */
  readonly of: (file: DecidedOutbound) => boolean;
  readonly to: (file: DecidedOutbound) => Partial<OutboundAfter>;
  /** Said when it cannot. */
  readonly otherwise: string;
}

const waits = ({ state }: DecidedOutbound) => state === "ready" || state === "uploaded";
const isOver = ({ state }: DecidedOutbound) => state === "unknown" || state === "failed";

const transitions: Readonly<Record<OutboundDecision, Transition>> = {
  hold: {
    of: (file) => waits(file) && !file.onHold,
    to: () => ({ onHold: true }),
    otherwise: "only what still waits to be delivered can be put on hold",
  },
  release: {
    of: (file) => waits(file) && file.onHold,
    to: () => ({ onHold: false }),
    otherwise: "only what is on hold can be released",
  },
  // What failed or is unknown begins anew; what waits is tried at once.
  retry: {
    of: (file) => isOver(file) || (waits(file) && file.wasTried),
    to: (file) => ({
      state: isOver(file) ? "ready" : file.state,
      inFlight: file.inFlight && file.state !== "failed",
      beginsAnew: true,
    }),
    otherwise: "only what failed, is unknown or waits to be tried again can be tried again",
  },
  // Until the daemon has looked, something may be there under its temporary name.
  cancel: {
    of: (file) =>
      (!file.inFlight || file.state === "failed") && (file.state === "ready" || isOver(file)),
    to: () => ({ state: "cancelled", onHold: false, inFlight: true, ends: true }),
    otherwise:
      "only what is not on its way can be cancelled: hold it first, and look again in a moment",
  },
  // That it arrived is noted as a delivery is.
  confirm: {
    of: isOver,
    to: () => ({}),
    otherwise: "only what is unknown or failed can be confirmed to have arrived",
  },
};

/** How a person's decision leaves an outbound file. Throws a `RefusedError` when its state does not allow it. */
export function outboundAfter(file: DecidedOutbound, decision: OutboundDecision): OutboundAfter {
  const { of, to, otherwise } = transitions[decision];
  if (!of(file))
    throw new RefusedError(
      "conflict",
      `Outbound file ${file.id} is ${file.onHold ? "on hold" : file.state}; ${otherwise}.`,
      { about: `outbound ${file.id}` },
    );
  const { state, onHold, inFlight } = file;
  return { state, onHold, inFlight, beginsAnew: false, ends: false, ...to(file) };
}

/** That there is no such file to decide about. */
export function noOutbound(id: number): RefusedError {
  return notFound(
    `outbound file ${id}`,
    advice("`{}` shows those there are", { remedy: "list", of: "outbound" }),
  );
}

/** The state that a decision gives to a message that is in no file; `state` is null when there is none. */
export function messageAfter(
  id: number,
  state: OutboundMessage["state"] | null,
  decision: "retry" | "cancel",
): "waiting" | "cancelled" {
  if (decision === "retry" && state === "stuck") return "waiting";
  if (decision === "cancel" && (state === "stuck" || state === "waiting")) return "cancelled";
  throw new RefusedError(
    state === null ? "not-found" : "conflict",
    decision === "retry"
      ? `Message ${id} is not stuck: there is nothing to try again.`
      : `Message ${id} does not wait to be sent: there is nothing to cancel.`,
    { about: `message ${id}` },
  );
}
