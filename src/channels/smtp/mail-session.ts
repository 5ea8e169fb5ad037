import { readFileSync } from "node:fs";
import type SMTPConnection from "nodemailer/lib/smtp-connection";
import type { SmtpChannel } from "../../config/channel/smtp-channel.ts";
import { readSecret } from "../../config/secret-source.ts";
import { errorMessage, sentence } from "../../runtime/error-message.ts";
import { ChannelError } from "../channel-error.ts";
import type { Email, EmailEnd } from "./email.ts";
import { EmailBody } from "./email-body.ts";
import { addressesFor, endOf, refusalsOf, taken, takesUtf8, unaddressed } from "./email-end.ts";
import { errorOnOneLine } from "./error-on-one-line.ts";
import { sayConnect } from "./say-connect.ts";

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
   * Sends an e-mail. `mayGo` is asked once the server is ready to take it, just before it gets the first
   * byte. Rejects with `ChannelError` when the server cannot be reached or does not let us in: then
   * nothing was said of the e-mail.
   */
  async send(email: Email, mayGo: () => Promise<boolean>): Promise<EmailEnd> {
    const connection = await this.#open();
    const addressed = addressesFor(email, takesUtf8(connection));
    if (addressed.from === null || addressed.to.size === 0) return unaddressed(email, addressed);
    const body = new EmailBody(email.bytes, mayGo);
    const envelope = { from: addressed.from, to: [...addressed.to.keys()] };
    const end = await new Promise<EmailEnd>((resolve) => {
      connection.send(envelope, body, (error, info) =>
        resolve(
          error ? endOf(error, body, addressed, refusalsOf(connection)) : taken(info, addressed),
        ),
      );
    });
    // What was begun with an e-mail that was refused would be in the way of the next one.
    if (end.end === "refused") await this.disconnect();
    else if (end.end !== "taken") this.#drop();
    return end;
  }

  /** Connects and logs in, and sends nothing. Rejects with `ChannelError`. */
  async greet(): Promise<void> {
    await this.#open();
  }

  /** Takes leave of the server; the next e-mail connects again. */
  async disconnect(): Promise<void> {
    this.#connection?.quit();
    this.#connection = null;
  }

  async #open(): Promise<SMTPConnection> {
    if (this.#connection !== null) return this.#connection;
    const { name, host, port } = this.#channel;
    const connection = await this.#connect();
    // Nobody waits for what happens between e-mails; the next one finds the connection gone.
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
        `The mail server ${host}:${port} of channel "${name}" does not let "${this.#channel.user}" in: ${errorOnOneLine(error)}. Look at user and password.`,
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
