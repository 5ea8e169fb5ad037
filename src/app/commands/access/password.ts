import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

/** As RFC 9106 has it for little memory: 64 MiB, three passes. */
const parameters = { memory: 65_536, passes: 3, parallelism: 1, tagLength: 32 } as const;

const derive = promisify(argon2);

/** What a password is checked by, in the form that other programs write it in too. */
export async function passwordText(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await tagOf(password, nonce, parameters);
  const { memory, passes, parallelism } = parameters;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(nonce)}$${base64(tag)}`;
}

const form =
  /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,3})\$([\w+/]{11,86})\$([\w+/]{22,86})$/;

/** Whether a password is the one that the text was made of. */
export async function fitsPassword(password: string, text: string): Promise<boolean> {
  const [, memory, passes, parallelism, nonce = "", tag = ""] = form.exec(text) ?? [];
  if (memory === undefined) return false;
  const kept = Buffer.from(tag, "base64");
  const made = await tagOf(password, Buffer.from(nonce, "base64"), {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: kept.length,
  });
  return timingSafeEqual(made, kept);
}

function tagOf(
  password: string,
  nonce: Buffer,
  how: Readonly<Record<keyof typeof parameters, number>>,
): Promise<Buffer> {
  // The same letters may be typed as other code points.
  return derive("argon2id", { ...how, message: Buffer.from(password.normalize("NFC")), nonce });
}

function base64(bytes: Buffer): string {
  return bytes.toString("base64").replace(/=+$/, "");
}
