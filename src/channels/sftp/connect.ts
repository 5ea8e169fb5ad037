import { once } from "node:events";
import { connect as connectSocket, type Socket } from "node:net";
import type { Client, ConnectConfig, NegotiatedAlgorithms, SFTPWrapper } from "ssh2";
import {
  fingerprintOf,
  type HostKeyPin,
  isPinned,
  keyType,
  parseHostKeyPin,
} from "../../config/host-key.ts";
import { type Environment, type SecretSource, sourceText } from "../../config/secret-source.ts";
import type { SftpServer } from "../../config/sftp-server.ts";
import { errorCode, errorText, isHungUp, noNetwork } from "../channel-error.ts";
import { type Credentials, LoginSteps } from "./login-steps.ts";
import { sayPacketLength } from "./packet-length.ts";
import { readSecret, secretPath } from "./secret.ts";
import { serverCard } from "./server-card.ts";
import { SftpError } from "./sftp-error.ts";
import { SftpLink } from "./sftp-link.ts";

/** Questions left unanswered after which the server counts as gone. */
const unansweredMost = 3;

/**
 * Connects to a server and gets in. The host key is checked before anything of ours is sent. Rejects
 * with `SftpError`, whose message says what to do; nothing of the connection is left then.
 */
export async function connect(
  server: SftpServer,
  environment: Environment = process.env,
): Promise<SftpLink> {
  const name = `${server.host}:${server.port}`;
  const credentials = credentialsOf(server, environment);
  try {
    return await connectOnce(server, name, credentials, null);
  } catch (error) {
    if (isNoKeyOfKind(error)) {
      const shown = await shownHostKeys(server).catch(() => []);
      const [first, ...others] = shown;
      if (first !== undefined) throw new OtherHostKey(name, [first, ...others], pinsOf(server));
    }
    if (!(error instanceof OtherHostKey)) throw error;
    // The pins may be of other kinds than the one that both sides like best: those are asked for, too.
    const others = kindsAt(server).filter((kind) => !kind.includes(error.type));
    const shown = await shownHostKeys(server, others).catch(() => []);
    const pins = pinsOf(server);
    const found = shown.find(({ key }) => isPinned(Buffer.from(key, "base64"), pins));
    if (found !== undefined)
      return await connectOnce(server, name, credentials, askedFor(found.type));
    throw error.withAll(shown);
  }
}

/** The server has no host key of the kind that is pinned in full. */
function isNoKeyOfKind(error: unknown): boolean {
  return error instanceof SftpError && /no matching (server )?host ?key/i.test(error.message);
}

/** `kinds`: those of the host key to ask for; null: as the pins say. */
async function connectOnce(
  server: SftpServer,
  name: string,
  credentials: Credentials,
  kinds: readonly string[] | null,
): Promise<SftpLink> {
  const deadline = AbortSignal.timeout(server.connectMs);
  const { default: ssh2 } = await import("ssh2");
  const socket = await openSocket(server, name, deadline);
  const client = new ssh2.Client();
  // Nobody waits for these any more once the link is made or given up; unheard, they end the program.
  client.on("error", () => {});
  const late = () => socket.destroy();
  deadline.addEventListener("abort", late);
  try {
    const checks = new HostKeyCheck(server, name, kinds);
    const steps = new LoginSteps(credentials);
    const agreed = await logIn(client, socket, server, credentials, checks, steps).catch(
      (error) => {
        throw (
          checks.refusal ?? loginError(server, name, error, deadline.aborted, steps, credentials)
        );
      },
    );
    const sftp = await openSftp(client).catch((error) => {
      throw deadline.aborted ? tooLate(server, name, "sftp") : noSftp(name, error);
    });
    const card = serverCard(client, sftp, checks.shown, agreed);
    return new SftpLink({ client, sftp, socket, card, name, answerMs: server.answerMs });
  } catch (error) {
    socket.destroy();
    throw error;
  } finally {
    deadline.removeEventListener("abort", late);
  }
}

/** A key that a server shows, for people to pin. */
export interface ShownHostKey {
  readonly type: string;
  readonly fingerprint: string;
  /** In full, base64. */
  readonly key: string;
}

/** Kinds of key that a server is asked for, the one we would choose first. */
const kindsOfKey: readonly (readonly string[])[] = [
  ["ssh-ed25519"],
  ["ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521"],
  ["rsa-sha2-512", "rsa-sha2-256", "ssh-rsa"],
];

/** What to ask for to be shown a key of that type. */
function askedFor(type: string): readonly string[] {
  return type === "ssh-rsa" ? ["rsa-sha2-512", "rsa-sha2-256", "ssh-rsa"] : [type];
}

/** The same, with the old ones that the settings allow. */
function kindsAt({ oldAlgorithms }: Pick<SftpServer, "oldAlgorithms">): (readonly string[])[] {
  const usual = new Set(kindsOfKey.flat());
  return [
    ...kindsOfKey,
    ...oldAlgorithms.hostKey.filter((one) => !usual.has(one)).map((one) => [one]),
  ];
}

/** The keys that a server shows, without logging in: nothing but the protocol's greeting is sent. */
export async function shownHostKeys(
  server: Pick<SftpServer, "host" | "port" | "connectMs" | "oldAlgorithms">,
  kinds: readonly (readonly string[])[] = kindsAt(server),
): Promise<ShownHostKey[]> {
  const name = `${server.host}:${server.port}`;
  const { default: ssh2 } = await import("ssh2");
  const keys: ShownHostKey[] = [];
  for (const serverHostKey of kinds) {
    const deadline = AbortSignal.timeout(server.connectMs);
    const socket = await openSocket(server, name, deadline);
    const client = new ssh2.Client();
    const shown = new Promise<ShownHostKey | null>((resolve) => {
      client.on("error", () => resolve(null)).on("close", () => resolve(null));
      deadline.addEventListener("abort", () => resolve(null));
      const hostVerifier = (key: Buffer) => {
        const type = keyType(key);
        resolve({ type, fingerprint: fingerprintOf(key), key: key.toString("base64") });
        return false;
      };
      const algorithms = algorithmsOf(server, serverHostKey);
      client.connect({ sock: socket, username: "", algorithms, hostVerifier });
    });
    const key = await shown;
    socket.destroy();
    if (key !== null) keys.push(key);
  }
  return keys;
}

async function openSocket(
  server: Pick<SftpServer, "host" | "port" | "connectMs">,
  name: string,
  signal: AbortSignal,
): Promise<Socket> {
  // Without no-delay a small file takes a hundred times as long.
  const socket = connectSocket({ host: server.host, port: server.port, noDelay: true });
  try {
    await once(socket, "connect", { signal });
    return socket;
  } catch (error) {
    socket.on("error", () => {}).destroy();
    if (signal.aborted) throw tooLate(server, name, "connection");
    throw new SftpError("unreachable", `${name} cannot be reached: ${sayUnreachable(error)}`, {
      cause: error,
    });
  }
}

/** Of a server that ends the connection without a word. */
const hungUp =
  "it closed the connection before it let us in. Is it an SFTP server, and the port right? If so, it may not take this machine's address, or have too many connections: ask the partner";

function sayUnreachable(error: unknown): string {
  if (isHungUp(error)) return hungUp;
  switch (errorCode(error)) {
    case "ECONNREFUSED":
      return "it refuses the connection; is the server up, and the port right?";
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return 'its name cannot be resolved; is "host" right, and does this machine have a name server?';
    case "EHOSTUNREACH":
    case "ENETUNREACH":
      return 'there is no way to it from this machine; is "host" right, and the network up?';
    case "EAFNOSUPPORT":
      return noNetwork;
    default:
      return errorText(error);
  }
}

/** How far a connection came before its time was over, with what that says. */
const lateWords = {
  connection: "nothing answers there; ask the partner whether it lets this machine through",
  greeting:
    "it took the connection and has not said what it is; is it an SFTP server, and the port right?",
  login:
    "it showed its key and does not answer to our login; ask the partner what its login waits for",
  sftp: "the login was accepted and SFTP did not begin; ask the partner what hangs after the login, such as a login script or a full disk",
} as const;

function tooLate(
  server: Pick<SftpServer, "connectMs">,
  name: string,
  reached: keyof typeof lateWords,
): SftpError {
  const seconds = Math.round(server.connectMs / 1000);
  const words = `${name} did not let us in within ${seconds} s: ${lateWords[reached]}`;
  return new SftpError("unreachable", words);
}

/** The server shows a host key that is not pinned. */
class OtherHostKey extends SftpError {
  readonly type: string;
  readonly #name: string;
  readonly #shown: readonly Shown[];
  readonly #pins: readonly HostKeyPin[];

  constructor(name: string, shown: readonly Shown[], pins: readonly HostKeyPin[]) {
    super("host-key", sayOtherKey(name, shown, pins));
    this.type = shown[0]?.type ?? "";
    this.#name = name;
    this.#shown = shown;
    this.#pins = pins;
  }

  /** The same, told with the server's keys of other kinds. */
  withAll(others: readonly Shown[]): OtherHostKey {
    return new OtherHostKey(this.#name, [...this.#shown, ...others], this.#pins);
  }
}

/** What people compare of a key. */
type Shown = Pick<ShownHostKey, "type" | "fingerprint">;

function sayOtherKey(name: string, shown: readonly Shown[], pins: readonly HostKeyPin[]): string {
  const keys = shown.map(({ type, fingerprint }) => `${fingerprint} (${type})`);
  const pinned = pins.map(({ type, fingerprint }) =>
    type === null ? fingerprint : `${fingerprint} (${type})`,
  );
  const many = keys.length > 1;
  return `${name} shows the host key${many ? "s" : ""} ${keys.join(" and ")}; pinned is ${pinned.join(" or ")}${many ? ", which is none of them" : ""}. Nothing was sent to it. Ask the partner, by another way than this server, whether it changed its key: if it did, add the new one to "hostKey" (two are allowed); if not, somebody stands in between.`;
}

function pinsOf(server: Pick<SftpServer, "hostKeys">): HostKeyPin[] {
  return server.hostKeys.map(parseHostKeyPin).filter((pin) => pin !== null);
}

/** Judges the key that the server shows, before anything is sent to it, and keeps what it saw. */
class HostKeyCheck {
  readonly #name: string;
  readonly #pins: readonly HostKeyPin[];
  readonly #kinds: readonly string[] | null;
  shown = { type: "", fingerprint: "" };
  refusal: SftpError | null = null;

  constructor(server: Pick<SftpServer, "hostKeys">, name: string, kinds: readonly string[] | null) {
    this.#name = name;
    this.#pins = pinsOf(server);
    this.#kinds = kinds;
  }

  /** The kinds of key to ask for: those given, or those pinned in full, or null for any. */
  get kinds(): readonly string[] | null {
    if (this.#kinds !== null) return this.#kinds;
    const types = this.#pins.map(({ type }) => type).filter((type) => type !== null);
    if (types.length < this.#pins.length) return null;
    return types.flatMap(askedFor);
  }

  readonly judge = (key: Buffer): boolean => {
    this.shown = { type: keyType(key), fingerprint: fingerprintOf(key) };
    if (isPinned(key, this.#pins)) return true;
    this.refusal = new OtherHostKey(this.#name, [this.shown], this.#pins);
    return false;
  };
}

function credentialsOf(server: SftpServer, environment: Environment): Credentials {
  const { key, passphrase, password, agent } = server;
  return {
    ...(key && { privateKey: readFilled("the key", key, environment) }),
    ...(passphrase && { passphrase: readSecret("the key's passphrase", passphrase, environment) }),
    ...(password && { password: readFilled("the password", password, environment) }),
    ...(agent && { agent: secretPath("the agent's socket", agent, environment) }),
  };
}

/** A secret that has to say something: shown empty, it would be told as refused by the server. */
function readFilled(what: string, source: SecretSource, environment: Environment): string {
  const text = readSecret(what, source, environment);
  if (text.trim() !== "") return text;
  throw new SftpError(
    "secret",
    `${what}, ${sourceText(source)}, is empty; put ${what} of this user there`,
  );
}

function logIn(
  client: Client,
  socket: Socket,
  server: SftpServer,
  credentials: Credentials,
  check: HostKeyCheck,
  steps: LoginSteps,
): Promise<NegotiatedAlgorithms | null> {
  let agreed: NegotiatedAlgorithms | null = null;
  return new Promise((resolve, reject) => {
    client.on("handshake", (algorithms) => {
      agreed ??= algorithms;
    });
    client.once("ready", () => resolve(agreed));
    client.once("error", reject);
    client.once("close", () => reject(new Error("the server closed the connection")));
    const { password } = credentials;
    if (password !== undefined) {
      // Some servers ask for the password in so many words instead of taking it.
      client.on("keyboard-interactive", (_name, _instructions, _language, prompts, answer) =>
        answer(prompts.map(() => password)),
      );
    }
    client.connect({
      ...credentials,
      sock: socket,
      username: server.user,
      tryKeyboard: password !== undefined,
      authHandler: (left: readonly string[] | null, isPartial: boolean | null) =>
        steps.next(left, isPartial),
      readyTimeout: 0,
      keepaliveInterval: server.keepaliveMs,
      keepaliveCountMax: unansweredMost,
      hostVerifier: check.judge,
      algorithms: algorithmsOf(server, check.kinds),
    });
  });
}

function algorithmsOf(
  server: Pick<SftpServer, "oldAlgorithms">,
  kinds: readonly string[] | null,
): AnyAlgorithms {
  const { kex, cipher, mac, hostKey } = server.oldAlgorithms;
  const serverHostKey = kinds === null ? { append: hostKey } : [...kinds];
  return {
    kex: { append: kex },
    cipher: { append: cipher },
    hmac: { append: mac },
    serverHostKey,
  } as AnyAlgorithms;
}

/** Names are the partner's business; the library says when it does not know one. */
type AnyAlgorithms = NonNullable<ConnectConfig["algorithms"]>;

function loginError(
  server: SftpServer,
  name: string,
  error: unknown,
  late: boolean,
  steps: LoginSteps,
  { privateKey }: Credentials,
): SftpError {
  if (late) return tooLate(server, name, steps.hasBegun ? "login" : "greeting");
  const level = error instanceof Error && "level" in error ? error.level : null;
  const text = errorText(error);
  if (level === "client-authentication") {
    return new SftpError(
      "login",
      `${name} does not let "${server.user}" in: ${steps.said}. Ask the partner which key or password it has for this user.`,
      { cause: error },
    );
  }
  if (text.includes("privateKey")) {
    const where = server.key === null ? "" : `, ${sourceText(server.key)},`;
    return new SftpError(
      "secret",
      `the key for ${name}${where} cannot be used: ${sayKey(text, String(privateKey))}`,
      {
        cause: error,
      },
    );
  }
  if (level === "handshake" || text.includes("no matching")) {
    return new SftpError(
      "protocol",
      `${name} and Busbar find no common ground: ${text}. A server that knows only old algorithms needs "oldAlgorithms".`,
      { cause: error },
    );
  }
  const why = isHungUp(error) ? hungUp : text;
  return new SftpError("unreachable", `${name}: no connection came about: ${why}`, {
    cause: error,
  });
}

const exported =
  'export it as an OpenSSH key with PuTTYgen ("Conversions"), or by `puttygen KEY -O private-openssh -o NEW`';

/** What the library says of a private key, with what it has to be. */
function sayKey(text: string, key: string): string {
  const kinds = "an OpenSSH or PEM private key, the file without .pub";
  if (/no passphrase given/i.test(text))
    return 'it is encrypted; say with "passphrase" where its passphrase is';
  if (/integrity check failed|bad passphrase|decrypt/i.test(text))
    return 'its passphrase is wrong; correct "passphrase"';
  if (key.startsWith("PuTTY-User-Key-File-"))
    return `it is a PuTTY key of a kind that cannot be read; ${exported}`;
  if (/Unsupported key format|does not contain|public key/i.test(text))
    return `it holds no private key; it has to be ${kinds}`;
  return `${text.slice(text.indexOf(":") + 2)}; it has to be ${kinds}`;
}

function openSftp(client: Client): Promise<SFTPWrapper> {
  return new Promise((resolve, reject) => {
    client.once("close", () => reject(new Error("the server closed the connection")));
    client.sftp((error, sftp) => (error ? reject(error) : resolve(sftp)));
  });
}

function noSftp(name: string, error: unknown): SftpError {
  const text = errorText(error);
  const why = sayPacketLength(text);
  const words = why === null ? `and offers no SFTP: ${text}` : `and cannot be used: ${why}`;
  return new SftpError("protocol", `${name} lets us in ${words}`, { cause: error });
}
