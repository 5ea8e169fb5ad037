import { defineProcess } from "../../core/define/define-process.ts";
import type { ProcessDefinition } from "../../core/process/process.ts";
import { heardIn, type LastHeard } from "../last-heard.ts";
import { takesWhatIsLeft } from "./events.ts";

/** What one sender has sent of one flow, where no other process takes it. */
export interface SenderFlow {
  readonly messages: number;
  /** Null before its first event. */
  readonly lastHeard: LastHeard | null;
  /** The sender's identifier of the file that reported last; null when its family has none. */
  readonly lastFileIdentifier: string | null;
}

/** A sender's flow, keyed by role, participant and flow, beside the other types of process there are. */
export function senderFlow(others: readonly ProcessDefinition[]) {
  return defineProcess({
    type: "sender-flow",
    version: 1,
    events: {},
    takes: takesWhatIsLeft(others),
    begin: (): SenderFlow => ({ messages: 0, lastHeard: null, lastFileIdentifier: null }),
    status: (state) => (state.lastHeard === null ? "not heard of" : "heard from"),
  }).onAny((state, event) => ({
    messages: state.messages + 1,
    lastHeard: heardIn(event),
    lastFileIdentifier: event.fileIdentifier,
  }));
}
