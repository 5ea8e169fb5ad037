import { z } from "zod";
import { participantReference } from "./setting-types.ts";

const expected =
  'a participant by its DIP id, such as "7700000001": UDMS or "8800000001": "X:SUPP"';

/** Whose ids of the Data Integration Platform are which: participants, with their role letter or in any role. */
export type DipIds = Readonly<Record<string, string>>;

/** `dipIds` of `busbar.yaml`. */
export const dipIds = z
  .record(
    z.string().regex(/^[A-Za-z0-9]{1,12}$/, { error: "a DIP id, ten characters in quotes" }),
    z.string({ error: expected }).regex(participantReference, { error: expected }),
    { error: expected },
  )
  .default({});

/** The references with the DIP ids of those that they name: `UDMS` names it in any role, `X:SUPP` in that one. */
export function withDipIds(references: readonly string[], ids: DipIds): readonly string[] {
  const named = Object.entries(ids).flatMap(([id, reference]) =>
    references.some(
      (one) => one === reference || one === bare(reference) || bare(one) === reference,
    )
      ? [id]
      : [],
  );
  return [...new Set([...references, ...named])];
}

/** A participant without its role letter. */
function bare(reference: string): string {
  return reference.slice(reference.indexOf(":") + 1);
}
