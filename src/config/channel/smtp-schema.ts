import { resolve } from "node:path";
import { z } from "zod";
import { durationExpected, parseDuration } from "../quantity.ts";
import { resolveSecret, secretSource } from "../secret-source.ts";
import { path, quantity, text } from "../setting-types.ts";
import { retry } from "./outbound-schema.ts";
import { type SmtpChannel, smtpDefaults, smtpPorts } from "./smtp-channel.ts";

const portExpected = "a port, 1 to 65535";
const fromExpected = "a sender's address, such as Orders <orders@example.com>";

/** A mail server that e-mails leave by. */
export const smtpChannel = z
  .strictObject({
    kind: z.literal("smtp"),
    direction: z.literal("out", { error: 'the word "out"' }).default("out"),
    host: text("the server's name or address, such as mail.example.com"),
    port: z
      .int({ error: portExpected })
      .min(1, { error: portExpected })
      .max(65_535, { error: portExpected })
      .optional(),
    tls: z
      .enum(["starttls", "tls", "none"], { error: "one of starttls, tls, none" })
      .default(smtpDefaults.tls),
    ca: path.nullable().default(smtpDefaults.ca),
    user: text("the user to log in as").nullable().default(smtpDefaults.user),
    password: secretSource.nullable().default(smtpDefaults.password),
    from: z
      .string({ error: fromExpected })
      .regex(/^([^<>\r\n]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/, { error: fromExpected }),
    answerWithin: quantity(parseDuration, durationExpected, 100).default(smtpDefaults.answerMs),
    retry,
  })
  .superRefine(({ user, password }, context) => {
    if ((user === null) === (password === null)) return;
    const [at, message] =
      user === null
        ? ["user", "the user that the password is of"]
        : ["password", "where the user's password is kept, such as { file: smtp.password }"];
    context.addIssue({ code: "custom", path: [at], message });
  });

/** What `busbar.yaml` says of a mail server. */
export type SmtpSettings = z.output<typeof smtpChannel>;

/** The channel, its paths made absolute from the configuration's folder. */
export function resolveSmtp(name: string, settings: SmtpSettings, folder: string): SmtpChannel {
  const { port, ca, password, answerWithin, ...rest } = settings;
  return {
    ...rest,
    name,
    port: port ?? smtpPorts[settings.tls],
    ca: ca === null ? null : resolve(folder, ca),
    password: password === null ? null : resolveSecret(password, folder),
    answerMs: answerWithin,
  };
}
