import { createHash, timingSafeEqual } from "node:crypto";

/** A server's public key as it is pinned: by its fingerprint, or in full. */
export interface HostKeyPin {
  /** `SHA256:` and 43 letters, as `ssh-keygen -l` prints it. */
  readonly fingerprint: string;
  /** E.g. `ssh-ed25519`, of a key pinned in full; null when only the fingerprint is known. */
  readonly type: string | null;
}

const fingerprintShape = /^SHA256:[A-Za-z0-9+/]{43}=?$/;
const fullKeyShape = /^([a-z0-9@.-]+) ([A-Za-z0-9+/]+={0,2})(?: .*)?$/;

/**
 * Reads a pin such as `SHA256:…` or `ssh-ed25519 AAAA…` (a line of a `.pub` or known_hosts file without
 * the host). Null when it is neither.
 */
export function parseHostKeyPin(text: string): HostKeyPin | null {
  const trimmed = text.trim();
  if (fingerprintShape.test(trimmed)) {
    return { fingerprint: trimmed.replace(/=$/, ""), type: null };
  }
  const [, type = "", encoded = ""] = fullKeyShape.exec(trimmed) ?? [];
  const key = Buffer.from(encoded, "base64");
  if (encoded === "" || keyType(key) !== type) return null;
  return { fingerprint: fingerprintOf(key), type };
}

/** The fingerprint of a public key as it goes over the wire, e.g. `SHA256:uNiVztksCsDhcc0u9e8BrqX…`. */
export function fingerprintOf(key: Uint8Array): string {
  return `SHA256:${createHash("sha256").update(key).digest("base64").replace(/=$/, "")}`;
}

/** The type a public key says it is of; empty when it is no key. */
export function keyType(key: Buffer): string {
  if (key.length < 4) return "";
  const length = key.readUInt32BE(0);
  return length > key.length - 4 ? "" : key.toString("latin1", 4, 4 + length);
}

/** Whether a key is one of those pinned. */
export function isPinned(key: Uint8Array, pins: readonly HostKeyPin[]): boolean {
  const shown = Buffer.from(fingerprintOf(key));
  return pins.some(({ fingerprint }) => {
    const pinned = Buffer.from(fingerprint);
    return pinned.length === shown.length && timingSafeEqual(pinned, shown);
  });
}
