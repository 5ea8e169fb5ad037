import { hash, randomBytes } from "node:crypto";

/** A secret that nobody guesses, with a beginning by which people and scanners tell what it is. */
export function newSecret(prefix: "bb_" | "" = ""): string {
  return prefix + randomBytes(32).toString("base64url");
}

/** What is kept of a secret. */
export function secretHash(secret: string): string {
  return hash("sha256", secret, "hex");
}
