import { hash } from "node:crypto";
import type { JudgedOutcome } from "../../core/file/document.ts";
import type { Problem } from "../../core/file/problem.ts";
import type { ReadFile } from "../../store/port/files/file-store.ts";
import type { BytesToRead } from "../file/read-file.ts";

/** What is known of a container as a file: what is wrong with it. What it says is in the files in it. */
export function containerOutcome(problems: readonly Problem[]): JudgedOutcome {
  return { envelope: null, problems, messages: 0, invalid: 0, lines: 0 };
}

/** A container in memory, as the store records it. */
export function containerFile(
  origin: BytesToRead,
  bytes: Uint8Array,
  problems: readonly Problem[],
): ReadFile {
  return {
    ...origin,
    sizeBytes: bytes.length,
    hash: hash("sha256", bytes, "hex"),
    occurredAt: origin.seenAt,
    bytes,
    outcome: containerOutcome(problems),
    messages: [],
  };
}
