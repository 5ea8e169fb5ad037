import type { RevisionView } from "../../app/views/event-view.ts";
import { localTime } from "../../runtime/local-time.ts";
import { visible } from "../output.ts";

const said: Readonly<Record<RevisionView["kind"], string>> = {
  void: "declared void",
  unvoid: "made to count again",
  correct: "corrected",
  restate: "read again to other data",
};

/** A revision as a line for people. */
export function revisionLine({ kind, actor, reason, at }: RevisionView): string {
  return `${localTime(at)}  ${said[kind]} by ${visible(actor)}: ${visible(reason)}`;
}
