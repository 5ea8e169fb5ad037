import { createMessage, encrypt } from "openpgp";
import type { PgpOut } from "../../config/pgp.ts";
import type { Problem } from "../../core/file/problem.ts";
import { PackedRefusal } from "../refusal.ts";
import { privateKeys, publicKeys } from "./key-ring.ts";

/** A file to send. */
export interface OutboundBytes {
  /** Its name, which the recipient's program may give it again. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The message, or why there is none. */
export type Encrypted =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly problem: Problem };

/**
 * Makes a file into an OpenPGP message for its recipients, signed when the settings say so. It differs
 * each time: what is delivered is to be kept if it may have to be the same again. `now` is in
 * milliseconds since 1970.
 */
export async function encryptFile(
  { name, bytes }: OutboundBytes,
  settings: PgpOut,
  now: number,
): Promise<Encrypted> {
  try {
    const date = new Date(now);
    const encryptionKeys = await publicKeys(settings.recipients);
    const signingKeys = settings.sign === null ? [] : await privateKeys([settings.sign]);
    const message = await createMessage({ binary: bytes, filename: name, date });
    const options = { message, encryptionKeys, signingKeys, date };
    const made = settings.armour
      ? Buffer.from(await encrypt({ ...options, format: "armored" }))
      : await encrypt({ ...options, format: "binary" });
    return { ok: true, bytes: made };
  } catch (error) {
    return { ok: false, problem: refusalOf(error).problem };
  }
}

/** Keys that were read and cannot be used are expired, revoked, or made for something else. */
function refusalOf(error: unknown): PackedRefusal {
  if (error instanceof PackedRefusal) return error;
  if (!(error instanceof Error) || error instanceof TypeError) throw error;
  const isOver = /expired|revoked/i.test(error.message);
  const say = `The file cannot be encrypted for its recipients: ${error.message}. ${isOver ? "Ask for the new key" : "See that the keys are for encrypting and signing"}, put it in busbar.yaml, and try again.`;
  return new PackedRefusal(isOver ? "PGP_KEY_EXPIRED" : "PGP_KEY_UNUSABLE", null, say);
}
