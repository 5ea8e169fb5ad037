import type { Revision } from "../../store/port/events/revision-store.ts";
import { localTime } from "../print/local-time.ts";
import { visible } from "../print/visible.ts";

const said: Readonly<Record<Revision["kind"], string>> = {
  void: "declared void",
  unvoid: "made to count again",
  correct: "corrected",
  restate: "read again to other data",
};

/** A revision as a line for people. */
export function revisionLine({ kind, actor, reason, at }: Revision): string {
  return `${localTime(at)}  ${said[kind]} by ${visible(actor)}: ${visible(reason)}`;
}
