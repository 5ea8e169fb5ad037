import type { Outcome } from "../../../core/file/document.ts";
import { businessIdentity } from "../../../core/file/identity.ts";

/** Stands for a part of which it is unknown whose it is: no file has this identity, so none replaces it. */
const unknownPart = "";

/**
 * The identities of the files that a refused one holds besides its own. Only when each has come is it certain that
 * nothing of the refused one is missing.
 */
export function identitiesOfParts({ envelope, furtherParts = [] }: Outcome): string[] {
  const own = businessIdentity(envelope);
  const identities = furtherParts.map((part) => businessIdentity(part) ?? unknownPart);
  return [...new Set(identities)].filter((identity) => identity !== own);
}

/** The senders' identifiers of those files, by which people look for them. */
export function identifiersOfParts({ furtherParts = [] }: Outcome): string[] {
  return furtherParts.flatMap((part) => part?.fileIdentifier ?? []);
}
