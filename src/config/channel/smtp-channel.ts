import type { RetryRule } from "../../core/action/retry.ts";
import type { SecretSource } from "../secret-source.ts";
import { outboundDefaults } from "./outbound-channel.ts";

/** A mail server that e-mails leave by. */
export interface SmtpChannel {
  /** What people call it by; unique among the channels. */
  readonly name: string;
  readonly kind: "smtp";
  readonly direction: "out";
  readonly host: string;
  readonly port: number;
  /** `starttls`: refused when the server does not offer it. `tls`: from the first byte. `none`: in clear. */
  readonly tls: "starttls" | "tls" | "none";
  /** File of certificates to trust besides those that Node trusts; null: none. */
  readonly ca: string | null;
  /** Null: without logging in. */
  readonly user: string | null;
  readonly password: SecretSource | null;
  /** Sender of every e-mail, e.g. `Orders <orders@example.com>`. */
  readonly from: string;
  /** How long to wait for an answer, in milliseconds. */
  readonly answerMs: number;
  readonly retry: RetryRule;
}

/** What holds for a mail server when its settings do not say otherwise. */
export const smtpDefaults = {
  tls: "starttls",
  ca: null,
  user: null,
  password: null,
  answerMs: 60_000,
  retry: outboundDefaults.retry,
} as const satisfies Partial<SmtpChannel>;

/** The ports that servers usually listen on. */
export const smtpPorts = { starttls: 587, tls: 465, none: 25 } as const;
