import { z } from "zod";
import type { FoundFlow } from "../../catalogue/search-flows.ts";
import type { Envelope } from "../../core/file/envelope.ts";
import { hasError, type Problem } from "../../core/file/problem.ts";
import { count, envelopeView, list, problemView } from "./parts.ts";

/** Whether a file is right, checked without a store. */
export const checkedFileView = z.strictObject({
  valid: z.boolean(),
  /** Something is wrong with it as a whole: nothing of it would become an event. */
  refused: z.boolean(),
  file: z.string(),
  /** The place in its array of a message that is judged separately. */
  element: count.optional(),
  family: z.string().nullable(),
  flow: z.string().nullable(),
  version: z.string().nullable(),
  envelope: envelopeView.nullable(),
  messages: count,
  invalid: count,
  problems: list(problemView),
});

/** What checking a file gave. */
export interface CheckedFile {
  readonly file: string;
  /** The place in its array of a message that is judged separately; absent of a whole file. */
  readonly element?: number;
  readonly refused: boolean;
  readonly envelope: Envelope | null;
  readonly messages: number;
  readonly invalid: number;
  /** Of the file and of its messages, by line, within limits. */
  readonly problems: readonly Problem[];
}

/** Whether a file is right, as views give it. */
export type CheckedFileView = z.infer<typeof checkedFileView>;

/** A checked file for programs. */
export function viewCheckedFile(checked: CheckedFile): CheckedFileView {
  const { file, element, refused, envelope, messages, invalid, problems } = checked;
  return {
    valid: !hasError(problems),
    refused,
    file,
    ...(element !== undefined && { element }),
    family: envelope?.family ?? null,
    flow: envelope?.flow ?? null,
    version: envelope?.version ?? null,
    envelope,
    messages,
    invalid,
    problems,
  };
}

/** A flow version of the catalogue. */
export const listedFlowView = z.strictObject({
  flow: z.string(),
  version: z.string(),
  name: z.string(),
  family: z.string(),
  withdrawn: z.literal(true).exactOptional(),
  /** The item or column that has the words that were looked for. */
  foundIn: z.string().exactOptional(),
});

/** A flow version of the catalogue, as views give it. */
export type ListedFlowView = z.infer<typeof listedFlowView>;

/** A flow version for programs. */
export function viewListedFlow(found: FoundFlow): ListedFlowView {
  const { flow, version, name, family, withdrawn, foundIn } = found;
  return {
    ...{ flow, version, name, family },
    ...(withdrawn && { withdrawn: true as const }),
    ...(foundIn !== null && { foundIn }),
  };
}

/** A problem code with its severity and title; of one code, with the page that explains it. */
export const problemCodeView = z.strictObject({
  code: z.string(),
  severity: z.enum(["error", "warning"]),
  title: z.string(),
  page: z.string().optional(),
});

/** A response code of half-hourly settlement. */
export const responseCodeView = z.strictObject({ code: z.string(), meaning: z.string() });
