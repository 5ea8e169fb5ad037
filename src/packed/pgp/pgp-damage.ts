import { damaged, PackedRefusal } from "../refusal.ts";

const sayDamaged = (why: string) =>
  `The OpenPGP message is damaged or cut short (${why}); ask the sender for it again.`;

/** The refusal of a message that an error shows to be damaged, by what reads it. Throws an error that shows something else. */
export function pgpDamaged(error: unknown): PackedRefusal {
  if (error instanceof Error && /not authenticated/i.test(error.message)) {
    const say =
      "The OpenPGP message is encrypted without integrity protection, so that anybody on the way could have changed it; it comes the same if it is sent again. Ask the sender to encrypt with it (MDC or AEAD), as programs do today unless it is switched off.";
    return new PackedRefusal("PGP_DAMAGED", null, say);
  }
  if (error instanceof TypeError && isOfLibrary(error))
    return new PackedRefusal("PGP_DAMAGED", null, sayDamaged(error.message));
  const refusal = damaged(error, sayDamaged);
  if (refusal.problem.code !== "PACKED_DAMAGED") return refusal;
  return new PackedRefusal("PGP_DAMAGED", null, refusal.message);
}

/** OpenPGP.js throws TypeErrors for data that is wrong, too; those of our own are mistakes. */
function isOfLibrary({ stack = "" }: Error): boolean {
  return /^\s+at .*[/\\]openpgp[/\\]/m.exec(stack)?.index === stack.search(/^\s+at /m);
}
