import type { PackedFile } from "../../store/port/files/container-store.ts";
import type { RecordingContext } from "../channel/context.ts";
import { blobPieces, draftOf, storePieces } from "../file/blob.ts";
import { endFirstPass } from "../file/end-first-pass.ts";
import { PiecewiseReader } from "../file/piecewise-reader.ts";
import type { PackedArrival } from "../file/read-file.ts";
import { readInBatches } from "../file/second-pass.ts";
import { bytesInMemory, type FirstPass } from "./container-first-pass.ts";
import { containerFile, containerOutcome } from "./container-outcome.ts";
import { MemberReader } from "./read-member.ts";
import { type FoundMember, walkContainer } from "./walk-container.ts";

/** Where the contents of a container go. */
interface Filling {
  /** Its number in the store, where it was begun. */
  readonly container: number;
  readonly depth: number;
  readonly signal: AbortSignal | null;
  readonly pass: FirstPass;
}

/** Adds the contents of a container to it in the store; nothing of it counts before it is finished. */
export async function addContents(
  context: RecordingContext,
  packed: PackedArrival,
  { container, depth, signal, pass }: Filling,
): Promise<void> {
  const { store, onStep } = context;
  if (pass.files !== null) {
    if (pass.files.length > 0) await store.containers.add({ container, files: pass.files });
    onStep("members-added");
    return;
  }
  const members = new MemberReader(context);
  let pending: PackedFile[] = [];
  let bytes = 0;
  const flush = async () => {
    const full = pending;
    pending = [];
    bytes = 0;
    if (full.length === 0) return;
    await store.containers.add({ container, files: full });
    onStep("members-added");
  };
  const add = async (found: PackedFile) => {
    pending.push(found);
    bytes += found.file.sizeBytes;
    if (bytes > bytesInMemory) await flush();
  };
  await walkContainer(
    context,
    packed,
    {
      small: (found, read) => add({ file: members.read(found, read), place: found.place }),
      async large(found, pieces) {
        await flush();
        await addLarge(context, container, found, pieces, signal);
      },
      async container(found, source) {
        const { origin, place } = found;
        const problems = pass.verdicts.get(origin.arrival) ?? [];
        if (!("path" in source))
          return add({ file: containerFile(origin, source, problems), place });
        await flush();
        const { hash, sizeBytes } = source;
        const arrival = { ...origin, hash, sizeBytes, occurredAt: origin.seenAt };
        await store.containers.beginMember({
          container,
          place,
          file: arrival,
          outcome: containerOutcome(problems),
        });
      },
      refused(arrival) {
        throw new Error(`${arrival} was good a moment ago`);
      },
    },
    { depth, signal, known: pass.verdicts },
  );
  await flush();
}

async function addLarge(
  context: RecordingContext,
  container: number,
  { origin, place }: FoundMember,
  pieces: AsyncIterable<Uint8Array>,
  signal: AbortSignal | null,
): Promise<void> {
  const { store, catalogue, blobs, onStep } = context;
  const reader = new PiecewiseReader({ catalogue });
  const check = (piece: Uint8Array) => reader.push(piece);
  const { path, ...sums } = await storePieces(pieces, blobs, draftOf(origin.arrival), check);
  onStep("blob-written");
  const kept = { path, seenAt: origin.seenAt };
  const { outcome, occurredAt } = await endFirstPass(context, reader, kept, signal);
  const arrival = { ...origin, ...sums, occurredAt };
  const member = await store.containers.beginMember({ container, place, file: arrival, outcome });
  if (!member.takesMessages) return;
  const options = { catalogue, context: reader.context() };
  await readInBatches(options, blobPieces(path, signal), async (messages) => {
    await store.largeFiles.add({ file: member.id, messages });
    onStep("messages-added");
  });
}
