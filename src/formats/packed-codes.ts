import type { Severity } from "../core/file/problem.ts";

/** The codes of files that hold others: archives and encrypted messages. */
export const packedCodes = {
  PACKED_DAMAGED: { severity: "error", title: "A packed file is damaged or cut short" },
  PACKED_CHECKSUM: {
    severity: "error",
    title: "A file in an archive is not what its checksum says",
  },
  PACKED_UNREAD: {
    severity: "error",
    title: "A packed file goes on behind what can be read of it",
  },
  PACKED_ENCRYPTED: { severity: "error", title: "A file in an archive is encrypted" },
  PACKED_METHOD: {
    severity: "error",
    title: "A file in an archive is compressed in an unknown way",
  },
  PACKED_NAME: { severity: "error", title: "A file in an archive has a name that leads elsewhere" },
  PACKED_LINK: { severity: "error", title: "An archive holds a link or a device" },
  PACKED_DOCUMENT: { severity: "error", title: "An archive is a document or a program" },
  PACKED_EMPTY: { severity: "error", title: "An archive holds no file" },
  PACKED_TOO_MANY: { severity: "error", title: "An archive holds too many files" },
  PACKED_TOO_LARGE: { severity: "error", title: "A packed file unpacks to too many bytes" },
  PACKED_RATIO: { severity: "error", title: "A packed file unpacks to too many times its size" },
  PACKED_TOO_DEEP: { severity: "error", title: "Packed files lie too deep within each other" },
  PACKED_SKIPPED: {
    severity: "warning",
    title: "A part of an archive that is no file was left out",
  },
  PACKED_REPEATED_NAME: { severity: "warning", title: "Two files in an archive have one name" },

  PGP_TEXT_OUTSIDE: {
    severity: "warning",
    title: "Text is before or after an encrypted message",
  },
  PGP_REQUIRED: { severity: "error", title: "A file is no OpenPGP message though it must be" },
  PGP_NO_KEY: { severity: "error", title: "No key of ours opens an encrypted message" },
  PGP_KEY_UNUSABLE: { severity: "error", title: "A key of ours or of a partner cannot be used" },
  PGP_KEY_EXPIRED: { severity: "error", title: "A key is expired or revoked" },
  PGP_UNSIGNED: { severity: "error", title: "A message is not signed though it must be" },
  PGP_UNKNOWN_SIGNER: { severity: "error", title: "A message is signed by nobody we know" },
  PGP_SIGNATURE: { severity: "error", title: "The signature of a message is not right" },
  PGP_DAMAGED: { severity: "error", title: "An encrypted message is damaged or cut short" },
} as const satisfies Record<string, { readonly severity: Severity; readonly title: string }>;

/** The stable name of what is wrong with a packed file. */
export type PackedCode = keyof typeof packedCodes;
