import { z } from "zod";
import { durationExpected, parseDuration } from "../quantity.ts";
import { resolveSecret, type SecretSource, secretSource } from "../secret-source.ts";
import { quantity, text } from "../setting-types.ts";
import { parseHostKeyPin } from "./host-key.ts";
import { type SftpServer, sftpServerDefaults } from "./sftp-server.ts";

const hostKeyExpected =
  'the server\'s host key, such as "SHA256:…"; docs/guides/receiving-files.md tells how to get it';

const hostKey = z
  .string({ error: hostKeyExpected })
  .refine((pin) => parseHostKeyPin(pin) !== null, {
    error: hostKeyExpected,
  });

const secret = secretSource.nullable();

const algorithms = z
  .array(text("the name of an algorithm, such as ssh-rsa"), {
    error: "a list of algorithms, such as [ssh-rsa]",
  })
  .default([]);

const oldAlgorithms = z.strictObject(
  { kex: algorithms, hostKey: algorithms, cipher: algorithms, mac: algorithms },
  { error: "settings, such as { mac: [hmac-md5] }" },
);

const duration = (least: number) => quantity(parseDuration, durationExpected, least);

const reconnect = z.strictObject(
  {
    first: duration(1).default(sftpServerDefaults.reconnect.firstMs),
    longest: duration(1).default(sftpServerDefaults.reconnect.longestMs),
  },
  { error: "settings, such as { first: 1s, longest: 5m }" },
);

const portExpected = "a port, 1 to 65535";
const inFlightExpected = "how many files at once, 1 to 256";

/** The settings that every channel to an SFTP server has. */
export const sftpServerSettings = {
  host: text("the server's name or address, such as sftp.partner.example"),
  port: z
    .int({ error: portExpected })
    .min(1, { error: portExpected })
    .max(65_535, { error: portExpected })
    .default(sftpServerDefaults.port),
  user: text("the user to log in as"),
  hostKey: z.union([hostKey, z.array(hostKey).min(1).max(2)], {
    error: `${hostKeyExpected}, or a list of two while it is being changed`,
  }),
  key: secret.default(sftpServerDefaults.key),
  passphrase: secret.default(sftpServerDefaults.passphrase),
  password: secret.default(sftpServerDefaults.password),
  agent: secret.default(sftpServerDefaults.agent),
  connectWithin: duration(100).default(sftpServerDefaults.connectMs),
  answerWithin: duration(100).default(sftpServerDefaults.answerMs),
  keepalive: duration(100).default(sftpServerDefaults.keepaliveMs),
  reconnect: reconnect.prefault({}),
  inFlight: z
    .int({ error: inFlightExpected })
    .min(1, { error: inFlightExpected })
    .max(256, { error: inFlightExpected })
    .default(sftpServerDefaults.inFlight),
  oldAlgorithms: oldAlgorithms.default({ kex: [], hostKey: [], cipher: [], mac: [] }),
};

/** What is said when there is nothing to log in with. */
export const loginExpected = "a key, an agent or a password, such as key: { file: partner.key }";

/** What `busbar.yaml` says of a server, with what it leaves out filled in. */
export type SftpServerSettings = z.output<z.ZodObject<typeof sftpServerSettings>>;

/** The server of a channel, its paths made absolute from the configuration's folder. */
export function resolveServer(settings: SftpServerSettings, folder: string): SftpServer {
  const { host, port, user, inFlight, reconnect: again, oldAlgorithms: old } = settings;
  return {
    host,
    port,
    user,
    hostKeys: [settings.hostKey].flat(),
    key: secretOf(settings.key, folder),
    passphrase: secretOf(settings.passphrase, folder),
    password: secretOf(settings.password, folder),
    agent: secretOf(settings.agent, folder),
    connectMs: settings.connectWithin,
    answerMs: settings.answerWithin,
    keepaliveMs: settings.keepalive,
    reconnect: { firstMs: again.first, longestMs: again.longest },
    inFlight,
    oldAlgorithms: old,
  };
}

function secretOf(source: SecretSource | null, folder: string): SecretSource | null {
  return source === null ? null : resolveSecret(source, folder);
}

/** The names of the settings that are allowed inside one of a server's, for suggestions. */
export function serverSettingNames(name: PropertyKey | undefined): string[] {
  if (name === "reconnect") return Object.keys(reconnect.shape);
  return name === "oldAlgorithms"
    ? Object.keys(oldAlgorithms.shape)
    : ["file", "env", "credential"];
}
