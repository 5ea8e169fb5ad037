import { Worker } from "node:worker_threads";
import { ChannelError, type ChannelErrorCode } from "../../../channels/channel-error.ts";
import type { FolderChannel } from "../../../config/channel/channel.ts";
import type { BusbarConfig } from "../../../config/config.ts";
import type { OnCrashPoint } from "../../../runtime/crash-points.ts";
import { errorMessage } from "../../../runtime/error-message.ts";
import type { Log } from "../../../runtime/log.ts";
import { claimedFile, type ReadyFile } from "../claim.ts";
import type { ClaimFiles, ReadClaim } from "../claim-files.ts";
import type { Archived, SourceRead } from "../settle.ts";
import { readingsFrom } from "./readings-table.ts";
import { nameTable, readyTable, signatureNumbers } from "./ready-table.ts";
import type { FileAnswer, FileRequest, FileTask } from "./requests.ts";

/** How long nothing is asked of the thread before it is ended: its memory is for those hours in which many files come. */
const idleMs = 60_000;
/** How long nothing is begun anew after the thread ended by a fault. */
const afterFaultMs = 60_000;

/** What a thread for files runs with. */
export interface FileThreadParts {
  /** The module that it runs, which serves what it is asked (`serveFiles`) with the settings in `workerData`. */
  readonly entry: URL;
  readonly config: BusbarConfig;
  readonly log: Log;
  readonly onStep: OnCrashPoint;
}

interface Waiting {
  readonly resolve: (answer: FileAnswer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * A second thread for the work on files, begun when many wait and ended when none came for a while. When it
 * ends by a fault, what it was asked rejects, and the claims in its hands are resumed like those of an earlier run.
 */
export class FileThread implements ClaimFiles {
  readonly #parts: FileThreadParts;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #isReady = false;
  #number = 0;
  #idle: NodeJS.Timeout | null = null;
  #notBefore = 0;
  #isClosed = false;

  constructor(parts: FileThreadParts) {
    this.#parts = parts;
  }

  /** Whether it takes requests. */
  get isReady(): boolean {
    return this.#isReady;
  }

  /** Many files wait: begins the thread if it is not there. It is ready some time later. */
  prepare(): void {
    if (this.#worker !== null || this.#isClosed || performance.now() < this.#notBefore) return;
    const { entry, config, log } = this.#parts;
    const worker = new Worker(entry, { workerData: config });
    this.#worker = worker;
    worker.unref();
    let fault: unknown = null;
    worker.on("message", (answer: FileAnswer | "ready") => {
      if (answer === "ready") this.#ready();
      else this.#answered(answer);
    });
    worker.on("error", (error) => {
      fault = error;
    });
    worker.on("exit", () => {
      this.#ended(fault);
      if (fault === null) return;
      this.#notBefore = performance.now() + afterFaultMs;
      const reason = errorMessage(fault);
      log.error(
        { event: "file-thread-ended", reason, err: fault },
        `the thread for files ended: ${reason}; the claims in its hands are resumed, and files are taken without it`,
      );
    });
  }

  async take(channel: FolderChannel, id: string, files: readonly ReadyFile[]): Promise<ReadClaim> {
    const answer = await this.#ask({ kind: "take", channel, id, files: readyTable(files) });
    if (answer.kind !== "taken") throw failureOf(answer);
    const { onStep } = this.#parts;
    const claimed = [...answer.claimed].flatMap((at) => {
      const file = files[at];
      if (file === undefined) return [];
      onStep("file-claimed");
      const { name, seenAt, signature } = file;
      return [{ ...claimedFile(channel, id, name, seenAt), signature }];
    });
    onStep("claimed");
    const readings = readingsFrom(channel.name, claimed, answer.readings);
    onStep("read");
    const failures = answer.failures.flatMap(({ at, reason }) => {
      const file = files[at];
      return file === undefined ? [] : [{ name: file.name, reason }];
    });
    return {
      claim: { id, folder: `${channel.work}/${id}`, files: claimed },
      failures,
      readings,
    };
  }

  async archive(
    channel: FolderChannel,
    id: string,
    sources: readonly SourceRead[],
  ): Promise<readonly Archived[]> {
    const names = nameTable(sources.map(({ file }) => file.name));
    const hashes = sources.map(({ read }) => read.hash);
    const signatures = Float64Array.from(
      sources.flatMap(({ read }) =>
        read.signature === null ? [] : signatureNumbers(read.signature),
      ),
    );
    const isKnown = signatures.length === sources.length * 4;
    const refused = new Set(sources.flatMap(({ isRefused }, at) => (isRefused ? [at] : [])));
    const table = { names, hashes, signatures: isKnown ? signatures : null, refused };
    const answer = await this.#ask({ kind: "archive", channel, id, sources: table });
    if (answer.kind !== "archived") throw failureOf(answer);
    for (const { kind } of answer.fates)
      if (kind === "archived") this.#parts.onStep("file-archived");
    return answer.fates;
  }

  /** Ends it; nothing may be in its hands. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#worker?.terminate();
  }

  #ask(task: FileTask): Promise<FileAnswer> {
    const worker = this.#worker;
    if (worker === null) return Promise.reject(new Error("the thread for files has ended"));
    if (this.#idle !== null) clearTimeout(this.#idle);
    this.#idle = null;
    this.#number += 1;
    const number = this.#number;
    worker.ref();
    worker.postMessage({ ...task, number } satisfies FileRequest);
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject });
    });
  }

  #ready(): void {
    this.#isReady = true;
    this.#rest();
  }

  #answered(answer: FileAnswer): void {
    const waiting = this.#waiting.get(answer.number);
    this.#waiting.delete(answer.number);
    if (this.#waiting.size === 0) this.#rest();
    waiting?.resolve(answer);
  }

  /** Nothing is in its hands: the program may end, and the thread does if it stays so. */
  #rest(): void {
    this.#worker?.unref();
    this.#idle = setTimeout(() => void this.#worker?.terminate(), idleMs).unref();
  }

  #ended(fault: unknown): void {
    this.#worker = null;
    this.#isReady = false;
    if (this.#idle !== null) clearTimeout(this.#idle);
    this.#idle = null;
    const error = fault ?? new Error("the thread for files has ended");
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

function failureOf(answer: FileAnswer): Error {
  if (answer.kind !== "failed") return new Error(`the thread for files answered "${answer.kind}"`);
  const { error, code } = answer;
  return error.name === "ChannelError"
    ? new ChannelError(code as ChannelErrorCode, error.message)
    : Object.assign(error, code !== null && { code });
}
