import type { OutboundFiles } from "../../config/channel/outbound-channel.ts";
import type { ComposedFile } from "../../core/outbound/outbound.ts";

/** The files as they are delivered, or why they cannot be made so, in a sentence. */
export type Sealed =
  | { readonly ok: true; readonly files: readonly ComposedFile[] }
  | { readonly ok: false; readonly message: string };

/**
 * Makes files into OpenPGP messages where their channel says so. It is done before they are recorded: a
 * message differs each time it is made, and what is recorded is what is delivered, to the byte.
 */
export async function sealFiles(
  { name, pgp }: Pick<OutboundFiles, "name" | "pgp">,
  files: readonly ComposedFile[],
  now: number,
): Promise<Sealed> {
  if (pgp === null) return { ok: true, files };
  const { encryptFile } = await import("../../packed/pgp/encrypt.ts");
  const sealed: ComposedFile[] = [];
  for (const file of files) {
    const inner = file.name.replace(/\.(pgp|gpg|asc)$/, "");
    const made = await encryptFile({ name: inner, bytes: file.bytes }, pgp, now);
    if (!made.ok)
      return {
        ok: false,
        message: `Files for channel "${name}" cannot be encrypted: ${made.problem.message}`,
      };
    sealed.push({ ...file, bytes: made.bytes });
  }
  return { ok: true, files: sealed };
}
