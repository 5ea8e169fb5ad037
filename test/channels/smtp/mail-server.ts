import type { AddressInfo, Socket } from "node:net";
import { SMTPServer } from "smtp-server";
import { onTestFinished } from "vitest";

/** Where the server cuts the connection, or what it answers with. */
export type Fault =
  | "cut at connect"
  | "cut at sender"
  | "cut at recipient"
  | "cut in the body"
  | "cut before the answer"
  | "cut after the answer"
  | "refuses for now"
  | "refuses for good"
  | "refuses the recipient"
  | "puts the recipient off";

/** A email that the server took. */
export interface Taken {
  readonly to: readonly string[];
  readonly text: string;
}

/** A real SMTP server on loopback. */
export interface MailServer {
  readonly port: number;
  /** E-mails that it had whole, answered or not. */
  readonly emails: Taken[];
  /** The next e-mail meets this; once. */
  fault: Fault | null;
  /** Asked for each recipient: the code that it is refused with, or null. */
  answerTo: (address: string) => number | null;
  /** So many connections were made. */
  connections: number;
  /** So many are open. */
  readonly open: number;
  stop(): Promise<void>;
}

/** A certificate for `localhost` and its key, as `openssl` makes them. */
export interface MadeCertificate {
  readonly cert: Buffer;
  readonly key: Buffer;
}

/** Starts one; it lets in `busbar` with the password `secret`, and those who do not log in. */
export async function startMailServer(
  port = 0,
  certificate: MadeCertificate | null = null,
  hideSMTPUTF8 = false,
): Promise<MailServer> {
  const sockets = new Set<Socket>();
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  const due = (fault: Fault): boolean => {
    if (mail.fault !== fault) return false;
    mail.fault = null;
    return true;
  };
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    ...(certificate ?? { disabledCommands: ["STARTTLS"] }),
    disableReverseLookup: true,
    hideSMTPUTF8,
    onConnect: (_session, done) => {
      mail.connections += 1;
      if (due("cut at connect")) cut();
      else done();
    },
    onAuth: ({ username, password }, _session, done) => {
      if (username === "busbar" && password === "secret") done(null, { user: username });
      else done(new Error("wrong password"));
    },
    onMailFrom: (_address, _session, done) => {
      if (due("cut at sender")) cut();
      else done();
    },
    onRcptTo: ({ address }, _session, done) => {
      const code = mail.answerTo(address);
      if (code !== null) done(answer(code, `not ${address}`));
      else if (due("cut at recipient")) cut();
      else if (due("refuses the recipient")) done(answer(550, `no ${address} here`));
      else if (due("puts the recipient off")) done(answer(451, "come again in 5 minutes"));
      else done();
    },
    onData: (stream, { envelope }, done) => {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => {
        parts.push(part);
        if (due("cut in the body")) cut();
      });
      stream.on("end", () => {
        if (due("refuses for now")) return done(answer(451, "come back later"));
        if (due("refuses for good")) return done(answer(554, "not this one"));
        const to = envelope.rcptTo.map(({ address }) => address);
        mail.emails.push({ to, text: Buffer.concat(parts).toString() });
        if (due("cut before the answer")) return cut();
        const after = due("cut after the answer");
        done();
        if (after) setTimeout(cut, 20);
      });
    },
  });
  server.on("error", () => {});
  server.server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", () => resolve()));
  const mail: MailServer = {
    port: (server.server.address() as AddressInfo).port,
    emails: [],
    fault: null,
    answerTo: () => null,
    connections: 0,
    get open() {
      return sockets.size;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        cut();
      }),
  };
  onTestFinished(() => mail.stop());
  return mail;
}

function answer(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
