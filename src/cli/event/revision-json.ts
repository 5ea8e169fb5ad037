import type { Revision } from "../../store/port/events/revision-store.ts";
import { isoTime, localTime } from "../print/local-time.ts";
import { storedJson } from "../print/stored-json.ts";
import { visible } from "../print/visible.ts";

/** A revision as programs get it. */
export function revisionJson({ data, at, event: _, ...rest }: Revision): object {
  return {
    ...rest,
    data: data === null ? null : storedJson(data),
    at: isoTime(at),
  };
}

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
