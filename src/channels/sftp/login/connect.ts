import type { Socket } from "node:net";
import type { NegotiatedAlgorithms, SFTPWrapper } from "ssh2";
import { isPinned } from "../../../config/channel/host-key.ts";
import type { SftpServer } from "../../../config/channel/sftp-server.ts";
import { type Environment, type SecretSource, sourceText } from "../../../config/secret-source.ts";
import { errorMessage } from "../../../runtime/error-message.ts";
import { sayPacketLength } from "../packet-length.ts";
import { serverInfo } from "../server-info.ts";
import { SftpError } from "../sftp-error.ts";
import { SftpLink } from "../sftp-link.ts";
import {
  algorithmsOf,
  askedFor,
  HostKeyCheck,
  kindsAt,
  OtherHostKey,
  pinsOf,
  shownHostKeys,
} from "./host-keys.ts";
import { loginError } from "./login-error.ts";
import { type Credentials, LoginSteps } from "./login-steps.ts";
import { openSocket, tooLate } from "./open-socket.ts";
import { readSecretText, secretPath } from "./secret.ts";
import { newSftpClient, openSftp, type SftpClient } from "./sftp-client.ts";

/** Questions left unanswered after which the server counts as gone. */
const unansweredMost = 3;

/**
 * Connects to a server and gets in. The host key is checked before anything of ours is sent. Rejects
 * with `SftpError`, whose message says what to do; nothing of the connection is left then. `givenUp` ends a
 * login that is under way.
 */
export async function connect(
  server: SftpServer,
  environment: Environment = process.env,
  givenUp: AbortSignal | null = null,
): Promise<SftpLink> {
  const name = `${server.host}:${server.port}`;
  const credentials = credentialsOf(server, environment);
  try {
    return await connectOnce(server, name, credentials, { kinds: null, givenUp });
  } catch (error) {
    givenUp?.throwIfAborted();
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
      return await connectOnce(server, name, credentials, { kinds: askedFor(found.type), givenUp });
    throw error.withAll(shown);
  }
}

/** The server has no host key of the kind that is pinned in full. */
function isNoKeyOfKind(error: unknown): boolean {
  return error instanceof SftpError && /no matching (server )?host ?key/i.test(error.message);
}

/** How a login differs from the usual one. */
interface LoginOptions {
  /** Kinds of host key to ask for; null: as the pins say. */
  readonly kinds: readonly string[] | null;
  readonly givenUp: AbortSignal | null;
}

async function connectOnce(
  server: SftpServer,
  name: string,
  credentials: Credentials,
  { kinds, givenUp }: LoginOptions,
): Promise<SftpLink> {
  const inTime = AbortSignal.timeout(server.connectMs);
  const deadline = givenUp === null ? inTime : AbortSignal.any([inTime, givenUp]);
  // Before there is a socket: what befalls that is heard by the client, which takes it at once.
  const client = await newSftpClient();
  const socket = await openSocket(server, name, deadline);
  const late = () => socket.destroy();
  deadline.addEventListener("abort", late);
  try {
    const checks = new HostKeyCheck(server, name, kinds);
    const steps = new LoginSteps(credentials);
    let isIn = false;
    client.on("ready", () => {
      isIn = true;
    });
    const { sftp, agreed } = await logIn(client, socket, server, credentials, checks, steps).catch(
      (error) => {
        if (isIn) throw deadline.aborted ? tooLate(server, name, "sftp") : noSftp(name, error);
        throw (
          checks.refusal ?? loginError(server, name, error, deadline.aborted, steps, credentials)
        );
      },
    );
    const card = serverInfo(client, sftp, checks.shown, agreed);
    return new SftpLink({ client, sftp, socket, card, name, answerMs: server.answerMs });
  } catch (error) {
    socket.destroy();
    throw error;
  } finally {
    deadline.removeEventListener("abort", late);
  }
}

function credentialsOf(server: SftpServer, environment: Environment): Credentials {
  const { key, passphrase, password, agent } = server;
  return {
    ...(key && { privateKey: readFilled("the key", key, environment) }),
    ...(passphrase && {
      passphrase: readSecretText("the key's passphrase", passphrase, environment),
    }),
    ...(password && { password: readFilled("the password", password, environment) }),
    ...(agent && { agent: secretPath("the agent's socket", agent, environment) }),
  };
}

/** A secret that has to say something: shown empty, it would be reported as refused by the server. */
function readFilled(what: string, source: SecretSource, environment: Environment): string {
  const text = readSecretText(what, source, environment);
  if (text.trim() !== "") return text;
  throw new SftpError(
    "secret",
    `${what}, ${sourceText(source)}, is empty; put ${what} of this user there`,
  );
}

/** Gets in and begins SFTP; also says what the two sides agreed on. */
async function logIn(
  client: SftpClient,
  socket: Socket,
  server: SftpServer,
  credentials: Credentials,
  check: HostKeyCheck,
  steps: LoginSteps,
): Promise<{ readonly sftp: SFTPWrapper; readonly agreed: NegotiatedAlgorithms | null }> {
  let agreed: NegotiatedAlgorithms | null = null;
  client.on("handshake", (algorithms: NegotiatedAlgorithms) => {
    agreed ??= algorithms;
  });
  const { password } = credentials;
  if (password !== undefined) {
    // Some servers ask for the password in so many words instead of taking it.
    client.on("keyboard-interactive", (...[, , , prompts, answer]: Questions) =>
      answer(prompts.map(() => password)),
    );
  }
  const sftp = await openSftp(client, {
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
  return { sftp, agreed };
}

/** What a server asks whoever logs in, and what takes the answers. */
type Questions = readonly [
  name: string,
  instructions: string,
  language: string,
  prompts: readonly unknown[],
  answer: (answers: readonly string[]) => void,
];

function noSftp(name: string, error: unknown): SftpError {
  const text = errorMessage(error);
  const why = sayPacketLength(text);
  const words = why === null ? `and offers no SFTP: ${text}` : `and cannot be used: ${why}`;
  return new SftpError("protocol", `${name} lets us in ${words}`, { cause: error });
}
