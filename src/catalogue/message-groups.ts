import type { SubjectKind } from "../core/file/document.ts";
import type { SubjectField } from "./definition.ts";
import type { GroupOfFile } from "./load/file-schema.ts";

/** A data item that says what a message is about. */
interface SubjectItem {
  readonly item: string;
  readonly kind: SubjectKind;
}

/**
 * The items that name the metering point a group is about, the first that a group has being its
 * subject: the MPAN core, the metering system id (the same 13 digits under the name that settlement
 * uses), and the core that a Green Deal plan is tied to.
 */
const subjectItems: readonly SubjectItem[] = [
  { item: "J0003", kind: "mpan" },
  { item: "J0083", kind: "mpan" },
  { item: "J1813", kind: "mpan" },
];

/**
 * Flows whose subject is another item. D0386 ties secondary MPANs to a primary one and names the
 * primary in its root group; in the other flows that carry J2243 it is a detail below an MPAN core.
 */
const subjectItemsOfFlow: Readonly<Record<string, readonly SubjectItem[]>> = {
  D0386: [{ item: "J2243", kind: "mpan" }],
};

/** The subject that a group of the flow carries; null when it carries none. A field that is always empty carries none. */
export function findSubject(flow: string, group: GroupOfFile): SubjectField | null {
  for (const [field, { subject }] of group.fields.entries())
    if (subject !== undefined) return { field, kind: subject };
  for (const { item, kind } of subjectItemsOfFlow[flow] ?? subjectItems) {
    const field = group.fields.findIndex((one) => one.item === item && one.unused !== true);
    if (field >= 0) return { field, kind };
  }
  return null;
}
