import type { RemoteAttributes } from "./attributes.ts";
import { isMissing, isOfLink, isRefused } from "./sftp-error.ts";

/** What a server tells of a file that it tells nothing of. */
export const untoldAttributes: RemoteAttributes = {
  kind: "unknown",
  sizeBytes: null,
  modifiedAt: null,
};

/**
 * What is at a path by the first way of looking that a server does not refuse; null when nothing is. A
 * server may refuse to tell of names, whatever they are: then another way shows whether one is there.
 */
export async function firstLook(
  ways: readonly (() => Promise<RemoteAttributes>)[],
): Promise<RemoteAttributes | null> {
  let refusal: unknown;
  for (const look of ways) {
    try {
      return await look();
    } catch (error) {
      if (isMissing(error)) return null;
      if (isOfLink(error)) throw error;
      if (refusal === undefined && !isRefused(error)) throw error;
      refusal ??= error;
    }
  }
  throw refusal;
}

/** Null for an error of the link, and for a refusal to describe a file that is open; throws any other. */
export function untold(error: unknown): null {
  if (!isRefused(error)) ignoreLinkErrors(error);
  return null;
}

/** Throws an error unless it is one of the link, which everybody who uses the link is reported. */
export function ignoreLinkErrors(error: unknown): void {
  if (!isOfLink(error)) throw error;
}
