import { z } from "zod";
import { resolveSecret, type SecretSource, secretSource } from "./secret-source.ts";

/** A private key of ours. */
export interface PgpKey {
  readonly key: SecretSource;
  /** Null for a key without one. */
  readonly passphrase: SecretSource | null;
}

/** How messages that come in are opened. */
export interface PgpIn {
  /** Our keys that open them. */
  readonly keys: readonly PgpKey[];
  /** Public keys, one of which every message must be signed by; none: signatures are not looked at. */
  readonly signers: readonly SecretSource[];
  /** What every file that comes must be: a message of this kind; null: plain files are taken too. */
  readonly require?: PgpRequired | null;
}

/** What is demanded of the messages that files come in. */
export type PgpRequired = (typeof requirements)[number];

const requirements = ["signed", "encrypted", "both"] as const;

/** Whether messages that are only signed are refused. */
export function requiresEncryption({ require }: PgpIn): boolean {
  return require === "encrypted" || require === "both";
}

/** How files that go out are made into messages. */
export interface PgpOut {
  /** Public keys, each of which opens the message. */
  readonly recipients: readonly SecretSource[];
  /** The key of ours that signs it; null: it is not signed. */
  readonly sign: PgpKey | null;
  /** As text, for partners that cannot take bytes. */
  readonly armour: boolean;
}

const keyExpected = "a key, such as { key: { file: keys/ours.asc }, passphrase: { env: PASS } }";
const signersExpected = "a list of public keys, such as [{ file: keys/partner.asc }]";

const pgpKey = z.strictObject(
  { key: secretSource, passphrase: secretSource.nullable().default(null) },
  { error: keyExpected },
);

/** `pgp` of a channel that files come in by, and of the whole installation. */
export const pgpIn = z
  .strictObject(
    {
      keys: z
        .array(pgpKey, { error: `a list of keys; each is ${keyExpected}` })
        .min(1, { error: "one key at least" }),
      signers: z.array(secretSource, { error: signersExpected }).default([]),
      require: z
        .enum(requirements, { error: "signed, encrypted or both" })
        .nullable()
        .default(null),
    },
    { error: `settings, such as { keys: [${keyExpected}] }` },
  )
  .refine(
    ({ require, signers }) => signers.length > 0 || require === null || require === "encrypted",
    { path: ["signers"], error: "one public key at least, because `require` asks for signatures" },
  );

/** `pgp` of a channel that files go out by. */
export const pgpOut = z.strictObject(
  {
    recipients: z
      .array(secretSource, { error: signersExpected })
      .min(1, { error: "one public key at least" }),
    sign: pgpKey.nullable().default(null),
    armour: z.boolean({ error: "true or false" }).default(false),
  },
  { error: "settings, such as { recipients: [{ file: keys/partner.asc }] }" },
);

/** The names of the settings that are allowed at a place below `pgp`. */
export function pgpNames(at: readonly PropertyKey[]): string[] {
  if (at.at(-1) === "pgp") return Object.keys(pgpIn.shape);
  return at.at(-2) === "keys" ? Object.keys(pgpKey.shape) : ["file", "env", "credential"];
}

/** The settings with every path absolute. */
export function resolvePgpIn(settings: PgpIn, folder: string): PgpIn {
  return {
    keys: settings.keys.map((key) => resolveKey(key, folder)),
    signers: settings.signers.map((key) => resolveSecret(key, folder)),
    require: settings.require ?? null,
  };
}

/** The settings of a channel, its paths absolute: its own, or the installation's when it has none. */
export function ownPgpIn(
  own: PgpIn | null | undefined,
  common: PgpIn | null,
  folder: string,
): PgpIn | null {
  if (own === undefined) return common;
  return own === null ? null : resolvePgpIn(own, folder);
}

/** The OpenPGP settings of a channel that files leave by, with its paths made absolute. */
export function resolvePgpOut(settings: PgpOut, folder: string): PgpOut {
  return {
    ...settings,
    recipients: settings.recipients.map((key) => resolveSecret(key, folder)),
    sign: settings.sign === null ? null : resolveKey(settings.sign, folder),
  };
}

function resolveKey({ key, passphrase }: PgpKey, folder: string): PgpKey {
  return {
    key: resolveSecret(key, folder),
    passphrase: passphrase === null ? null : resolveSecret(passphrase, folder),
  };
}
