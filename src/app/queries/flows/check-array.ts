import type { Catalogue } from "../../../catalogue/definition.ts";
import { hasError } from "../../../core/file/problem.ts";
import { inLineOrder } from "../../../formats/problem-log.ts";
import { MemberReader } from "../../../intake/container/read-member.ts";
import { jsonListElements } from "../../../packed/json-list.ts";
import { PackedRefusal } from "../../../packed/refusal.ts";
import type { CheckedFile } from "../../views/flow-view.ts";

/**
 * What checking an array of messages gives: each judged separately, as when it is taken in, with its place in
 * the array. Of an array that cannot be taken apart to its end no message counts, and only that is said.
 */
export async function checkArray(
  catalogue: Catalogue,
  file: string,
  pieces: AsyncIterable<Uint8Array>,
): Promise<readonly CheckedFile[]> {
  const reader = new MemberReader({ catalogue, live: false });
  const checked: CheckedFile[] = [];
  try {
    for await (const bytes of jsonListElements(pieces))
      checked.push(checkElement(reader, { file, element: checked.length + 1 }, bytes));
  } catch (error) {
    if (!(error instanceof PackedRefusal)) throw error;
    return [
      { file, refused: true, envelope: null, messages: 0, invalid: 0, problems: [error.problem] },
    ];
  }
  return checked;
}

function checkElement(
  reader: MemberReader,
  { file, element }: { readonly file: string; readonly element: number },
  bytes: Uint8Array,
): CheckedFile {
  const origin = { arrival: file, channel: "", name: file, modifiedAt: 0, seenAt: Date.now() };
  const place = { container: file, path: String(element) };
  const { outcome, messages: items } = reader.read({ origin, place, within: "json-list" }, bytes);
  const { envelope, messages, invalid } = outcome;
  const problems = inLineOrder([
    ...outcome.problems,
    ...items.flatMap((message) => message.problems),
  ]);
  const refused = hasError(outcome.problems);
  return { file, element, refused, envelope, messages, invalid, problems };
}
