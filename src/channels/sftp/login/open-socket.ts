import { once } from "node:events";
import { connect as connectSocket, type Socket } from "node:net";
import type { SftpServer } from "../../../config/channel/sftp-server.ts";
import { errorCode, errorMessage } from "../../../runtime/error-message.ts";
import { isHungUp, noNetwork } from "../../channel-error.ts";
import { SftpError } from "../sftp-error.ts";

/** Opens the connection that everything else runs over. */
export async function openSocket(
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
export const hungUp =
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
      return errorMessage(error);
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

/** That we did not get in within the time the settings give, with how far it came. */
export function tooLate(
  server: Pick<SftpServer, "connectMs">,
  name: string,
  reached: keyof typeof lateWords,
): SftpError {
  const seconds = Math.round(server.connectMs / 1000);
  const words = `${name} did not let us in within ${seconds} s: ${lateWords[reached]}`;
  return new SftpError("unreachable", words);
}
