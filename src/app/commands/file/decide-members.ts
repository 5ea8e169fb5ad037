import type { FileRecord } from "../../../core/file/file.ts";
import type { ProcessDefinition } from "../../../core/process/process.ts";
import type { RecordingContext } from "../../../intake/channel/context.ts";
import { reprocess } from "../../../intake/file/reprocess.ts";
import { routePending } from "../../../intake/file/route.ts";
import type { ConflictDecision } from "../../../store/port/files/file-store.ts";
import { membersOf } from "./reprocess-files.ts";

/** A decision about a container, which its files are decided by as well. */
export interface ContainerDecision {
  readonly recording: RecordingContext;
  readonly definitions: readonly ProcessDefinition[];
  readonly decision: ConflictDecision;
  readonly actor: string;
  readonly reason: string;
}

/** A file in a container that was decided, and the one whose events that declared void. */
export interface DecidedMember {
  readonly id: number;
  readonly withdrawn: number | null;
}

/**
 * Decides the files in a container as it was decided itself: those that repeat a file in the container that
 * it repeats, `first`. What is active, or is refused, for reasons of its own stays as it is. Gives the files
 * that were decided.
 */
export async function decideMembers(
  { recording, definitions, decision, actor, reason }: ContainerDecision,
  container: FileRecord,
  first: number | null,
): Promise<DecidedMember[]> {
  const { store } = recording;
  const outer = first === null ? null : await store.files.get(first);
  if (outer === null || container.members.length === 0) return [];
  const standing = new Set<number>();
  for await (const { id } of membersOf(store, outer)) standing.add(id);
  const decided: DecidedMember[] = [];
  for await (const member of membersOf(store, container)) {
    if (!isRepeat(member, standing, decision)) continue;
    const { id, state } = member;
    await store.files.decide({ file: id, decision, actor, reason });
    // The messages of a duplicate were never kept: its bytes are read again.
    if (state === "duplicate") await reprocess(recording, definitions, id);
    decided.push({ id, withdrawn: withdrawnBy(decision, member) });
  }
  if (decided.length > 0) await routePending(store, definitions);
  return decided;
}

/** Whether a file repeats one of those, and was not decided so already. */
function isRepeat(
  { state, otherFile, decisions }: FileRecord,
  standing: ReadonlySet<number>,
  decision: ConflictDecision,
): boolean {
  if (state === "duplicate") return decision === "keep-both" && standing.has(otherFile ?? 0);
  const last = decisions.findLast((one) => one.decision !== "release");
  return last !== undefined && last.decision !== decision && standing.has(last.other ?? 0);
}

/** The file whose events a decision declares void, if there is one; `before`: what is decided, as it was. */
export function withdrawnBy(decision: ConflictDecision, before: FileRecord): number | null {
  if (decision === "replace") return otherOf(before);
  return decision === "keep-first" && before.state === "recorded" ? before.id : null;
}

/** The file that one is at odds with, or was decided against. */
export function otherOf({ state, otherFile, decisions }: FileRecord): number | null {
  if (state === "conflict") return otherFile;
  return decisions.findLast((one) => one.decision !== "release")?.other ?? null;
}
