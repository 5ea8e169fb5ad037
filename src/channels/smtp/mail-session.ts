import { readFileSync } from "node:fs";
import { Readable } from "node:stream";
import type { NodemailerError } from "nodemailer/lib/errors";
import type SMTPConnection from "nodemailer/lib/smtp-connection";
import type { SmtpChannel } from "../../config/channel/smtp-channel.ts";
import { readSecret } from "../../config/secret-source.ts";
import { errorCode, errorMessage, sentence } from "../../runtime/error-message.ts";
import { ChannelError, isHungUp, noNetwork } from "../channel-error.ts";
import { envelopeAddress, sayNoEnvelopeAddress } from "./envelope-address.ts";

/** An e-mail as it goes over the wire. */
export interface Letter {
  readonly from: string;
  readonly to: readonly string[];
  readonly bytes: Uint8Array;
}

/** A recipient that the server would not have, for good or for now, and its answer. */
export interface RefusedRecipient {
  readonly address: string;
  readonly forGood: boolean;
  readonly message: string;
}

/**
 * What became of a letter. `taken`: the server answers for it now; `refused` are the recipients it would
 * not have. `refused`: it said no, for good or for now; to each recipient by itself when `recipients` has any. `withdrawn`: we did not hand it over after all.
 * `lost`: the connection broke before the server had it whole, so it has nothing. `doubtful`: it broke
 * after that and before the answer, so nobody can tell.
 */
export type LetterEnd =
  | {
      readonly end: "taken";
      readonly response: string;
      readonly refused: readonly RefusedRecipient[];
    }
  | {
      readonly end: "refused";
      readonly forGood: boolean;
      readonly message: string;
      readonly recipients: readonly RefusedRecipient[];
    }
  | { readonly end: "withdrawn" }
  | { readonly end: "lost"; readonly message: string }
  | {
      readonly end: "doubtful";
      readonly message: string;
      readonly recipients: readonly RefusedRecipient[];
    };

/** So much of a letter is handed over at a time. */
const pieceBytes = 16 * 1024;
/** How long to wait until there is a connection, in milliseconds. */
const connectMs = 20_000;

/** A mail server as one channel sees it: one connection, made when it is first needed and after it broke. */
export class MailSession {
  readonly #channel: SmtpChannel;
  #connection: SMTPConnection | null = null;

  constructor(channel: SmtpChannel) {
    this.#channel = channel;
  }

  /**
   * Sends a letter. `mayGo` is asked once the server is ready to take it, just before it gets the first
   * byte. Rejects with `ChannelError` when the server cannot be reached or does not let us in: then
   * nothing was said of the letter.
   */
  async send(letter: Letter, mayGo: () => Promise<boolean>): Promise<LetterEnd> {
    const connection = await this.#open();
    const addressed = addressesFor(letter, takesUtf8(connection));
    if (addressed.from === null || addressed.to.size === 0) return unaddressed(letter, addressed);
    const body = new Body(letter.bytes, mayGo);
    const envelope = { from: addressed.from, to: [...addressed.to.keys()] };
    const end = await new Promise<LetterEnd>((resolve) => {
      connection.send(envelope, body, (error, info) =>
        resolve(
          error ? endOf(error, body, addressed, refusalsOf(connection)) : taken(info, addressed),
        ),
      );
    });
    // What was begun with a letter that was refused would be in the way of the next one.
    if (end.end === "refused") await this.rest();
    else if (end.end !== "taken") this.#drop();
    return end;
  }

  /** Connects and logs in, and sends nothing. Rejects with `ChannelError`. */
  async greet(): Promise<void> {
    await this.#open();
  }

  /** Takes leave of the server; the next letter connects again. */
  async rest(): Promise<void> {
    this.#connection?.quit();
    this.#connection = null;
  }

  async #open(): Promise<SMTPConnection> {
    if (this.#connection !== null) return this.#connection;
    const { name, host, port } = this.#channel;
    const connection = await this.#connect();
    // Nobody waits for what happens between letters; the next one finds the connection gone.
    connection.on("error", () => this.#forget(connection));
    connection.on("end", () => this.#forget(connection));
    this.#connection = connection;
    try {
      await this.#logIn(connection);
    } catch (error) {
      this.#drop();
      if (error instanceof ChannelError) throw error;
      throw new ChannelError(
        "unusable",
        `The mail server ${host}:${port} of channel "${name}" does not let "${this.#channel.user}" in: ${oneLine(error)}. Look at user and password.`,
        { cause: error },
      );
    }
    return connection;
  }

  async #connect(): Promise<SMTPConnection> {
    const { name, host, port, tls, ca, answerMs } = this.#channel;
    const { default: Connection } = await import("nodemailer/lib/smtp-connection");
    const connection = new Connection({
      host,
      port,
      secure: tls === "tls",
      requireTLS: tls === "starttls",
      ignoreTLS: tls === "none",
      connectionTimeout: connectMs,
      greetingTimeout: answerMs,
      socketTimeout: answerMs,
      logger: false,
      ...(ca !== null && { tls: { ca: this.#certificates(ca) } }),
    });
    await new Promise<void>((resolve, reject) => {
      connection.once("error", reject);
      connection.connect((error) => (error ? reject(error) : resolve()));
    }).catch((error: unknown) => {
      connection.close();
      throw new ChannelError(
        "unusable",
        `The mail server ${host}:${port} of channel "${name}" cannot be used: ${sentence(sayConnect(error))}`,
        { cause: error },
      );
    });
    return connection;
  }

  #certificates(path: string): Buffer {
    try {
      return readFileSync(path);
    } catch (error) {
      throw new ChannelError(
        "unusable",
        `The certificates of channel "${this.#channel.name}" cannot be read: ${errorMessage(error)}. Correct "ca".`,
        { cause: error },
      );
    }
  }

  async #logIn(connection: SMTPConnection): Promise<void> {
    const { name, user, password } = this.#channel;
    if (user === null || password === null) return;
    const secret = readSecret(password);
    if (!secret.ok)
      throw new ChannelError(
        "unusable",
        `The password of channel "${name}" cannot be read: ${secret.why}.`,
      );
    const pass = secret.bytes.toString("utf8").replace(/\r?\n$/, "");
    await new Promise<void>((resolve, reject) => {
      connection.login({ user, pass, credentials: { user, pass } }, (error) =>
        error ? reject(error) : resolve(),
      );
    });
  }

  #forget(connection: SMTPConnection): void {
    if (this.#connection === connection) this.#connection = null;
  }

  #drop(): void {
    const connection = this.#connection;
    this.#connection = null;
    connection?.close();
  }
}

/** The bytes of a letter, which know how far they were handed over. */
class Body extends Readable {
  /** Somebody said that it must not go. */
  withdrawn = false;
  /** The server asked for it: it had taken a recipient. */
  begun = false;
  /** All of it was handed over: the dot that ends it may have been sent. */
  whole = false;
  readonly #bytes: Uint8Array;
  readonly #mayGo: () => Promise<boolean>;
  #asked = false;
  #sent = 0;

  constructor(bytes: Uint8Array, mayGo: () => Promise<boolean>) {
    super();
    this.#bytes = bytes;
    this.#mayGo = mayGo;
  }

  override _read(): void {
    if (this.#sent > 0) this.#next();
    if (this.#asked) return;
    this.#asked = true;
    this.begun = true;
    this.#mayGo().then(
      (may) => {
        if (this.destroyed) return;
        if (may) this.#next();
        else {
          this.withdrawn = true;
          this.destroy(new Error("it was held or cancelled"));
        }
      },
      (error: unknown) => this.destroy(error instanceof Error ? error : new Error(String(error))),
    );
  }

  /** In pieces: while one is left the server cannot have the whole. */
  #next(): void {
    const piece = this.#bytes.subarray(this.#sent, this.#sent + pieceBytes);
    this.#sent += piece.byteLength;
    if (piece.byteLength > 0) this.push(piece);
    if (this.#sent < this.#bytes.byteLength) return;
    this.whole = true;
    this.push(null);
  }
}

/** The addresses of a letter in the form that a server takes, each with the one it came from. */
interface Addressed {
  readonly from: string | null;
  readonly to: ReadonlyMap<string, string>;
  /** Those that have no such form. */
  readonly refused: readonly RefusedRecipient[];
}

function addressesFor(letter: Letter, utf8: boolean): Addressed {
  const to = new Map<string, string>();
  const refused: RefusedRecipient[] = [];
  for (const address of letter.to) {
    const form = envelopeAddress(address, utf8);
    if (form === null)
      refused.push({ address, forGood: true, message: sayNoEnvelopeAddress(address) });
    else to.set(form, address);
  }
  return { from: envelopeAddress(letter.from, utf8), to, refused };
}

function unaddressed({ from, to }: Letter, { refused }: Addressed): LetterEnd {
  const message = sayNoEnvelopeAddress(refused.length === to.length ? to.join(", ") : from);
  return { end: "refused", forGood: true, message, recipients: [] };
}

/** Whether the server said that it takes addresses outside ASCII. The library keeps that to itself. */
function takesUtf8(connection: SMTPConnection): boolean {
  const extensions: unknown = Reflect.get(connection, "_supportedExtensions");
  return Array.isArray(extensions) && extensions.includes("SMTPUTF8");
}

/** Recipients that the server refused before the connection broke. The library tells them only with an answer to the letter. */
function refusalsOf(connection: SMTPConnection): readonly NodemailerError[] {
  const envelope: unknown = Reflect.get(connection, "_envelope");
  if (typeof envelope !== "object" || envelope === null) return [];
  const errors: unknown = Reflect.get(envelope, "rejectedErrors");
  return Array.isArray(errors) ? (errors as readonly NodemailerError[]) : [];
}

interface SentInfo {
  readonly response: string;
  readonly rejectedErrors?: readonly NodemailerError[] | undefined;
}

function taken(info: SentInfo, addressed: Addressed): LetterEnd {
  const refused = refusedIn(info.rejectedErrors, addressed);
  return { end: "taken", response: info.response, refused };
}

function refusedIn(
  errors: readonly NodemailerError[] | undefined,
  { to, refused }: Addressed,
): RefusedRecipient[] {
  const answers = (errors ?? []).map((error) => ({
    address: to.get(error.recipient ?? "") ?? error.recipient ?? "",
    forGood: (error.responseCode ?? 0) >= 500,
    message: oneLine(error.response ?? error.message),
  }));
  return [...refused, ...answers];
}

function endOf(
  error: NodemailerError,
  body: Body,
  addressed: Addressed,
  answered: readonly NodemailerError[],
): LetterEnd {
  const message = oneLine(error);
  if (body.withdrawn) return { end: "withdrawn" };
  const { responseCode } = error;
  // 421 is the server taking its leave, not its answer to the letter.
  if (responseCode !== undefined && responseCode !== 421) {
    const byRecipient = error.rejectedErrors !== undefined && !body.begun;
    const recipients = byRecipient ? refusedIn(error.rejectedErrors, addressed) : [];
    return { end: "refused", forGood: responseCode >= 500, message, recipients };
  }
  if (!body.whole) return { end: "lost", message };
  return { end: "doubtful", message, recipients: refusedIn(answered, addressed) };
}

function sayConnect(error: unknown): string {
  if (errorCode(error) === "ECONNREFUSED" || /ECONNREFUSED/.test(errorMessage(error)))
    return "it refuses the connection; is it up, and the port right?";
  if (errorCode(error) === "EAFNOSUPPORT" || /EAFNOSUPPORT/.test(errorMessage(error)))
    return noNetwork;
  if (isHungUp(error))
    return 'it closed the connection without a word. Are the port and "tls" right? If so, it may not take this machine\'s address, or have too many connections';
  const text = oneLine(error);
  if (/certificate/i.test(text))
    return `${text}; if it is the right server, name its authority in "ca"`;
  return errorCode(error) === "ETLS" ? `${text}; is "tls" right?` : text;
}

function oneLine(error: unknown): string {
  return errorMessage(error).replaceAll(/\s*[\r\n]+\s*/g, " ");
}
