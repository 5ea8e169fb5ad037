import type { KeyID, PublicKey } from "openpgp";
import { PackedRefusal } from "../refusal.ts";

/** A signature that the library found, and what it says of it. */
export interface FoundSignature {
  readonly keyID: KeyID;
  readonly verified: Promise<true>;
}

/**
 * Expects one of the signatures to be right and made by one of the keys; without keys any message will
 * do. To be asked once the message has been read to its end. Throws `PackedRefusal`.
 */
export async function expectSignature(
  signatures: readonly FoundSignature[],
  signers: readonly PublicKey[],
): Promise<void> {
  if (signers.length === 0) return;
  if (signatures.length === 0) {
    const say =
      "The message is not signed, and `signers` in busbar.yaml says that it must be; ask the sender to sign it.";
    throw new PackedRefusal("PGP_UNSIGNED", null, say);
  }
  const faults: PackedRefusal[] = [];
  for (const { keyID, verified } of signatures) {
    try {
      await verified;
      return;
    } catch (error) {
      faults.push(faultOf(keyID, error instanceof Error ? error.message : String(error), signers));
    }
  }
  // What is wrong with a signature of somebody we know says more than who else signed.
  const [first] = faults.toSorted((a, b) => rank(a) - rank(b));
  if (first !== undefined) throw first;
}

function rank({ problem }: PackedRefusal): number {
  return problem.code === "PGP_UNKNOWN_SIGNER" ? 1 : 0;
}

function faultOf(keyID: KeyID, why: string, signers: readonly PublicKey[]): PackedRefusal {
  const id = keyID.toHex().toUpperCase();
  const isKnown = signers.some((key) => key.getKeys(keyID).length > 0);
  if (!isKnown) {
    const say = `The message is signed by the key ${id}, which is none of \`signers\` in busbar.yaml; ask the sender for the key, add it, and read the file again.`;
    return new PackedRefusal("PGP_UNKNOWN_SIGNER", id, say);
  }
  if (/expired|revoked/i.test(why)) {
    const say = `The message is signed by the key ${id}, which cannot sign any more (${why}); ask the sender for a message signed by a new key.`;
    return new PackedRefusal("PGP_KEY_EXPIRED", id, say);
  }
  if (/insecure message hash|hash algorithm too weak/i.test(why)) {
    const say = `The signature by the key ${id} is of a digest that is too old to be trusted (${why}): the message may be what was signed, and nobody can tell. Ask the sender to sign with SHA-256 or better.`;
    return new PackedRefusal("PGP_SIGNATURE", id, say);
  }
  if (/creation time is in the future/i.test(why)) {
    const say = `The signature by the key ${id} was made at a time that has not come yet here: the sender's clock is ahead, or the clock of this machine is behind. Set the clock right and reprocess the file, or ask the sender for it again.`;
    return new PackedRefusal("PGP_SIGNATURE", id, say);
  }
  const say = `The signature by the key ${id} is not right (${why}): the message is not what was signed. Ask the sender for it again.`;
  return new PackedRefusal("PGP_SIGNATURE", id, say);
}
