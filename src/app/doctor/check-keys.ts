import { statSync } from "node:fs";
import type { BusbarConfig } from "../../config/config.ts";
import type { PgpIn, PgpOut } from "../../config/pgp.ts";
import { readSecret, type SecretSource, secretName } from "../../config/secret-source.ts";
import { durationText } from "../../core/text/duration-text.ts";
import { errorMessage, sentence } from "../../runtime/error-message.ts";
import { type CheckedThing, findingsIn } from "./finding.ts";

const dayMs = 86_400_000;
/** A key that ends within so many days is reported. */
const soonDays = 30;
/** A key or password that is older than so many days should be changed. */
const oldDays = 730;

const { good, warning, bad } = findingsIn("keys");

/** Secrets and keys that the configuration names: whether they can be read, who else may, how old they are, when they end. */
export async function checkKeys(config: BusbarConfig, now: number): Promise<CheckedThing[]> {
  const found = secretsOf(config).map((source) => checkSecret(source, now));
  const rings = ringsOf(config);
  if (rings.length === 0) return found;
  const { privateKeys, publicKeys } = await import("../../packed/pgp/key-ring.ts");
  for (const { about, own, theirs } of rings) {
    try {
      const keys = [...(await privateKeys(own)), ...(await publicKeys(theirs))];
      for (const key of keys) {
        const name = `${about}: OpenPGP key ${key.getKeyID().toHex().toUpperCase()}`;
        found.push(checkEnd(name, await key.getExpirationTime(), now));
      }
    } catch (error) {
      found.push(bad(about, sentence(errorMessage(error))));
    }
  }
  return found;
}

/** When a key or certificate ends, and what to do when that is soon; null: it cannot be used. */
export function checkEnd(about: string, ends: Date | number | null, now: number): CheckedThing {
  if (ends === null) return bad(about, "It is revoked or cannot be used; get another one.");
  const at = Number(ends);
  if (at === Number.POSITIVE_INFINITY) return good(about, "never ends");
  const day = new Date(at).toISOString().slice(0, 10);
  if (at <= now) return bad(about, `It ended on ${day}; get another one.`);
  if (at - now < soonDays * dayMs)
    return warning(about, `It ends on ${day}; agree on another one with whoever uses it.`);
  return good(about, `ends on ${day}`);
}

function checkSecret(source: SecretSource, now: number): CheckedThing {
  const about = secretName(source);
  const read = readSecret(source);
  if (!read.ok) return bad(about, `It cannot be read: ${read.why}.`);
  if (!("file" in source)) return good(about, "can be read");
  const { mode, mtimeMs } = statSync(source.file);
  if ((mode & 0o077) !== 0)
    return warning(
      about,
      `Others than its owner may read it (mode ${(mode & 0o777).toString(8)}); chmod 600 ${source.file}.`,
    );
  const age = now - mtimeMs;
  if (age > oldDays * dayMs)
    return warning(about, `It is ${durationText(age)} old; agree on another one with the partner.`);
  return good(about, `readable by its owner alone, ${durationText(Math.max(0, age))} old`);
}

/** What lets us in at servers, opens or signs messages, and is our own at a browser. Public keys of others are none. */
function secretsOf({
  sftpInboxes,
  outbound,
  mail,
  webhooks,
  http,
  notices,
  ...config
}: BusbarConfig): SecretSource[] {
  const sftp = outbound.filter((channel) => channel.kind === "sftp");
  const servers = [...sftpInboxes, ...sftp].map(({ server }) => server);
  const own = ringsOf({ sftpInboxes, outbound, ...config }).flatMap((ring) => ring.own);
  const all = [
    ...servers.flatMap(({ key, passphrase, password }) => [key, passphrase, password]),
    ...mail.map(({ password }) => password),
    ...webhooks.flatMap(({ secrets }) => secrets),
    ...notices.contacts.map(({ webhook }) => webhook?.secret ?? null),
    http?.tls?.key ?? null,
    ...own.flatMap(({ key, passphrase }) => [key, passphrase]),
  ].filter((source) => source !== null);
  return [...new Map(all.map((source) => [JSON.stringify(source), source])).values()];
}

interface KeyRing {
  readonly about: string;
  readonly own: PgpIn["keys"];
  readonly theirs: readonly SecretSource[];
}

/** The OpenPGP keys of each channel that has some. */
function ringsOf({
  channels,
  sftpInboxes,
  outbound,
}: Pick<BusbarConfig, "channels" | "sftpInboxes" | "outbound">): KeyRing[] {
  const inbound = [...channels, ...sftpInboxes].flatMap(({ name, pgp }) =>
    pgp === null ? [] : [{ about: name, own: pgp.keys, theirs: pgp.signers }],
  );
  const out = outbound.flatMap(({ name, pgp }) => (pgp === null ? [] : [ringOut(name, pgp)]));
  return [...inbound, ...out];
}

function ringOut(about: string, { recipients, sign }: PgpOut): KeyRing {
  return { about, own: sign === null ? [] : [sign], theirs: recipients };
}
