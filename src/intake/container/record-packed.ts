import { hasError } from "../../core/file/problem.ts";
import type { Recorded } from "../../store/port/files/file-store.ts";
import type { RecordingContext } from "../channel/context.ts";
import type { PackedArrival } from "../file/read-file.ts";
import { firstPass } from "./container-first-pass.ts";
import { containerFile, containerOutcome } from "./container-outcome.ts";
import { addContents } from "./container-second-pass.ts";

/**
 * Records a container with its contents, at once or not at all: each a file of its own, with a link
 * to what it lay in. What is wrong with the container refuses it, and nothing in it is taken. Pass one goes
 * through all of it and keeps what fits in memory; when that is all, it is one commit. Otherwise pass two
 * goes through it again and writes in bounded commits that count for nothing until the last one.
 */
export async function recordPacked(
  context: RecordingContext,
  packed: PackedArrival,
  signal: AbortSignal | null,
): Promise<Recorded> {
  const { store } = context;
  const pass = await firstPass(context, packed, 1, signal);
  const outcome = containerOutcome(pass.problems);
  const arrival = { ...packed, occurredAt: packed.seenAt };
  const { source } = packed;
  if (typeof source === "string" && hasError(pass.problems))
    return store.largeFiles.begin({ file: arrival, outcome });
  if (typeof source !== "string" && (pass.files !== null || hasError(pass.problems))) {
    const root = containerFile(packed, source, pass.problems);
    const files = [{ file: root, place: null }, ...(pass.files ?? [])];
    const [recorded] = await store.containers.record(files);
    if (recorded === undefined) throw new Error(`${packed.arrival} was not recorded`);
    return recorded;
  }
  const bytes = typeof source === "string" ? {} : { bytes: source };
  const begun = await store.containers.begin({ container: { ...arrival, ...bytes }, outcome });
  if (begun.state !== "recording") return begun;
  context.onStep("container-begun");
  await addContents(context, packed, { container: begun.id, depth: 1, signal, pass });
  return store.containers.finish({ container: begun.id });
}
