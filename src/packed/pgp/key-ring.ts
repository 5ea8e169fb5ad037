import {
  decryptKey,
  type Key,
  type PrivateKey,
  type PublicKey,
  readKeys,
  readPrivateKeys,
} from "openpgp";
import type { PgpKey } from "../../config/pgp.ts";
import { readSecret, type SecretSource, secretName } from "../../config/secret-source.ts";
import { PackedRefusal } from "../refusal.ts";

/** Keys that were read, by the content of their files: unlocking one takes long, on purpose. */
const unlocked = new Map<string, Promise<PrivateKey[]>>();
/** More than any installation has; beyond it old ones are forgotten. */
const mostKept = 100;

/** Our private keys, ready for use. Throws `PackedRefusal` when one cannot be read or unlocked. */
export async function privateKeys(keys: readonly PgpKey[]): Promise<PrivateKey[]> {
  return (await Promise.all(keys.map(privateKeysOf))).flat();
}

async function privateKeysOf({ key, passphrase }: PgpKey): Promise<PrivateKey[]> {
  const bytes = secretBytes(key);
  // One final newline is the editor's.
  const words =
    passphrase === null
      ? null
      : secretBytes(passphrase)
          .toString()
          .replace(/\r?\n$/, "");
  const id = JSON.stringify([bytes.toString("base64"), words]);
  const known = unlocked.get(id);
  if (known !== undefined) return known;
  if (unlocked.size >= mostKept) unlocked.clear();
  const reading = unlock(secretName(key), bytes, words);
  unlocked.set(id, reading);
  reading.catch(() => unlocked.delete(id));
  return reading;
}

async function unlock(
  name: string,
  bytes: Buffer,
  passphrase: string | null,
): Promise<PrivateKey[]> {
  const read = isArmoured(bytes)
    ? readPrivateKeys({ armoredKeys: bytes.toString() })
    : readPrivateKeys({ binaryKeys: bytes });
  const found = await read.catch((error: unknown) => {
    throw unusable(name, `it holds no private key (${textOf(error)})`);
  });
  return await Promise.all(
    found.map(async (privateKey) => {
      if (privateKey.isDecrypted()) return privateKey;
      if (passphrase === null)
        throw unusable(name, "it has a passphrase, and busbar.yaml names none");
      try {
        return await decryptKey({ privateKey, passphrase });
      } catch (error) {
        throw unusable(name, `its passphrase does not open it (${textOf(error)})`);
      }
    }),
  );
}

/** Public keys of partners. Throws `PackedRefusal` when one cannot be read. */
export async function publicKeys(sources: readonly SecretSource[]): Promise<PublicKey[]> {
  const found = await Promise.all(
    sources.map(async (source): Promise<Key[]> => {
      const bytes = secretBytes(source);
      try {
        return isArmoured(bytes)
          ? await readKeys({ armoredKeys: bytes.toString() })
          : await readKeys({ binaryKeys: bytes });
      } catch (error) {
        throw unusable(secretName(source), `it holds no public key (${textOf(error)})`);
      }
    }),
  );
  return found.flat().map((key) => key.toPublic());
}

function secretBytes(source: SecretSource): Buffer {
  const read = readSecret(source);
  if (read.ok) return read.bytes;
  throw unusable(secretName(source), read.why);
}

function unusable(name: string, why: string): PackedRefusal {
  const say = `A key or its passphrase, ${name}, cannot be used: ${why}. Correct it, then read the file again.`;
  return new PackedRefusal("PGP_KEY_UNUSABLE", name, say);
}

function isArmoured(bytes: Buffer): boolean {
  return bytes.subarray(0, 200).includes("-----BEGIN PGP");
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
