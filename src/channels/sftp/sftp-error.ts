/**
 * Why something on a partner's server could not be done.
 * Of one request, the link goes on: `missing` no such file or folder, `denied` no permission, `failed`
 * the server says no more than that (an existing target, a full disk), `full` its disk or what we may
 * use of it is full, `read-only` its disk takes nothing, `unsupported` it cannot do this.
 * Of the link, which is gone: `unreachable` no connection came about, `host-key` it is not the server
 * that was pinned, `login` it does not let us in, `secret` our own key or password cannot be read,
 * `timeout` no answer in time, `lost` the connection broke, `protocol` it does not speak SFTP as it should,
 * `stopped` Busbar was stopped before it answered.
 */
export type SftpErrorCode = RequestErrorCode | LinkErrorCode;

type RequestErrorCode = "missing" | "denied" | "failed" | "full" | "read-only" | "unsupported";
type LinkErrorCode =
  | "unreachable"
  | "host-key"
  | "login"
  | "secret"
  | "timeout"
  | "lost"
  | "protocol"
  | "stopped";

/** A partner's server did not do what it was asked, for a reason people can act on. */
export class SftpError extends Error {
  readonly code: SftpErrorCode;
  /** What the server answered, without what it was asked; the whole message where nothing was asked. */
  readonly answer: string;
  constructor(
    code: SftpErrorCode,
    message: string,
    options: ErrorOptions & { readonly answer?: string } = {},
  ) {
    super(message, options);
    this.answer = options.answer ?? message;
    this.name = "SftpError";
    this.code = code;
  }
}

const ofRequest: ReadonlySet<SftpErrorCode> = new Set([
  "missing",
  "denied",
  "failed",
  "full",
  "read-only",
  "unsupported",
]);

/** Whether an error says that the link is gone, and not only that one request failed. */
export function isOfLink(error: unknown): error is SftpError {
  return error instanceof SftpError && !ofRequest.has(error.code);
}

/** Whether what was asked for is not there. */
export function isMissing(error: unknown): boolean {
  return error instanceof SftpError && error.code === "missing";
}

/** Whether a server will not do something of the kind, whatever it is asked of. */
export function isRefused(error: unknown): boolean {
  return error instanceof SftpError && (error.code === "denied" || error.code === "unsupported");
}

/**
 * Status codes of the protocol, version 3 (draft-ietf-secsh-filexfer-02, section 7), and those of later
 * versions that servers send all the same (draft-ietf-secsh-filexfer-13, section 9.1).
 */
const codeOfStatus: Readonly<Record<number, SftpErrorCode>> = {
  2: "missing",
  3: "denied",
  4: "failed",
  5: "protocol",
  6: "lost",
  7: "lost",
  8: "unsupported",
  12: "read-only",
  14: "full",
  15: "full",
};

const said: Readonly<Record<RequestErrorCode, string>> = {
  missing: "there is no such file or folder",
  denied: "permission denied",
  failed: "the server answered Failure and says no more",
  full: "its disk, or what we may use of it, is full",
  "read-only": "its disk takes nothing",
  unsupported: "the server cannot do this",
};

/** SSH_FX_EOF. */
const endStatus = 1;

/** Whether an answer says that a listing or a file ends: no error. */
export function isEnd(error: Error | undefined): boolean {
  return error !== undefined && "code" in error && error.code === endStatus;
}

/** What a server's answer means. `what` is what it was asked, e.g. `rename of /a to /b`. */
export function requestError(what: string, error: Error): SftpError {
  const status = "code" in error && typeof error.code === "number" ? error.code : null;
  const told = (status === null ? undefined : codeOfStatus[status]) ?? "failed";
  const code = told === "failed" ? failureSaid(error.message) : told;
  const usual = code in said ? said[code as RequestErrorCode] : error.message;
  // OpenSSH only names the status; other servers say more, which is worth telling.
  const isUsual = /^(no such file.*|permission denied|failure|.*unsupported)$/i.test(error.message);
  const answer = isUsual ? usual : error.message;
  return new SftpError(code, `${what}: ${answer}`, { cause: error, answer });
}

/** What a server means by "Failure" when it says more: those of old versions have no other code for it. */
function failureSaid(message: string): RequestErrorCode {
  if (/no space|disk (is )?full|quota/i.test(message)) return "full";
  if (/read-only/i.test(message)) return "read-only";
  if (/(permission|access) (is )?denied/i.test(message)) return "denied";
  return "failed";
}
