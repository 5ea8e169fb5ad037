import type { Party } from "../../../core/file/envelope.ts";
import type { FileRecord } from "../../../core/file/file.ts";
import { type Advice, advice } from "../../../core/stuck/remedy.ts";
import { askedFile } from "../../asked/asked.ts";
import type { OpenInstallation } from "../../installation/open-installation.ts";
import { type FileDetailView, viewErasedBytes, viewFile, viewKept } from "../../views/file-view.ts";
import { viewAdvice } from "../../views/remedy-view.ts";

/** All that is known of an inbound file, but for its messages. Rejects with a refusal when there is none. */
export async function showFile(
  { config, store, catalogue }: OpenInstallation,
  { file: id }: { readonly file: number },
): Promise<FileDetailView> {
  const file = await askedFile(store, id);
  const { envelope } = file;
  const flow = envelope === null ? null : (await catalogue()).find(envelope.flow, envelope.version);
  const nameOf = (party: Party | undefined) => {
    const id = party?.participant ?? "";
    return Object.hasOwn(config.dipIds, id) ? (config.dipIds[id] ?? null) : null;
  };
  const next = nextStep(file);
  return {
    ...viewFile(file),
    flowName: flow?.definition.name ?? null,
    fromName: nameOf(envelope?.from),
    toName: nameOf(envelope?.to),
    kept: viewKept(await store.retention.ofFile(id)),
    erased: viewErasedBytes(await store.erasures.ofFile(id)),
    next: next === null ? null : viewAdvice(next),
  };
}

/** The very bytes of an inbound file, in pieces. Rejects with a refusal when there is none. */
export async function* keptBytes(
  { store }: Pick<OpenInstallation, "store">,
  { file: id }: { readonly file: number },
): AsyncGenerator<Uint8Array> {
  await askedFile(store, id);
  yield* store.files.stream(id);
}

/** What a person may do about a file; null when there is nothing to do. */
function nextStep(file: FileRecord): Advice | null {
  const { id, state, successor, otherFile } = file;
  const decide = { remedy: "decide-file", file: id } as const;
  if (state === "conflict") return advice("Settle it: {}", decide);
  if (file.awaitingRelease)
    return advice("To let it through: {}", { remedy: "release-file", file: id });
  if (state === "duplicate")
    return advice(
      `Nothing needs to be done: file ${otherFile} has the same content. If both are meant: {}`,
      { ...decide, decision: "keep-both" },
    );
  if (successor !== undefined)
    return advice(`Nothing needs to be done: file ${successor} supersedes it.`);
  if (state === "rejected" || file.invalid > 0)
    return advice(
      "If the file is wrong, ask the sender for it again; if our catalogue, definition or setting is, fix it, then: {}",
      { remedy: "reprocess-file", file: id },
    );
  const isDecided = file.decisions.some(({ decision }) => decision !== "release");
  const second = isDecided ? id : state === "withdrawn" ? otherFile : null;
  return second === null ? null : advice("To change the decision: {}", { ...decide, file: second });
}
