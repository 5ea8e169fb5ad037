import { viewFault } from "../../src/app/views/daemon/verify-view.ts";
import { adviceText } from "../../src/cli/print/remedy-command.ts";
import type { Fault } from "../../src/store/port/verify-store.ts";

/** A fault as people are told of it, with what to do as commands; empty when there is none. */
export function faultText(fault: Fault | undefined): string {
  return fault === undefined ? "" : viewFault(fault, adviceText).message;
}
