import type { Party } from "../../core/file/envelope.ts";
import { RefusedError } from "../../core/refusal/refused-error.ts";
import { recipientOf } from "../../outbound/compose/compose-file.ts";
import type { Store } from "../../store/port/store.ts";

/** Recipients named in a refusal. */
const mostNamed = 20;

/**
 * The recipient that was typed: `X:SUPP`, `X SUPP` as lists show it, or `:SUPP` without a role; `SUPP` alone where files
 * were numbered for just one of that participant id. Rejects with a refusal that says what may be typed.
 */
export async function askedRecipient(store: Pick<Store, "health">, typed: string): Promise<Party> {
  const whole = /^([^\s:]*)[\s:]([^\s:]+)$/.exec(typed);
  if (whole !== null) return { role: whole[1] || null, participant: whole[2] ?? null };
  const { numbers } = await store.health.highWater();
  const known = new Set([...numbers.keys()].map(recipientOf).filter((one) => one !== null));
  const meant = [...known].filter((one) => one.slice(one.indexOf(":") + 1) === typed);
  const [only, ...others] = meant;
  if (only !== undefined && others.length === 0)
    return { role: only.slice(0, only.indexOf(":")) || null, participant: typed };
  const may = (meant.length > 0 ? meant : [...known]).toSorted();
  const more = may.length > mostNamed ? ` and ${may.length - mostNamed} more` : "";
  const named = `${may.slice(0, mostNamed).join(", ")}${more}`;
  throw new RefusedError(
    "invalid",
    meant.length > 0
      ? `Several recipients are ${typed}: ${named}; name one of them`
      : `No file was numbered for a recipient ${typed}; ${may.length > 0 ? `there are ${named}` : "there is none yet"}. Another is named by role and participant, such as X:SUPP, or :SUPP where it has no role`,
  );
}
