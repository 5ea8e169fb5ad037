import type { ReadRequest } from "./reads.ts";

/** Where a face is found by the thread that runs reads: the address of its module, and its name there. */
export interface FacePlace {
  readonly module: string;
  readonly name: string;
}

/** What the thread that runs reads is sent. */
export interface ToWorker {
  readonly id: number;
  readonly request: ReadRequest;
}

/** What it sends: that it has begun, an answer, that there is none, or a fault of Busbar's for the log. */
export type FromWorker =
  | { readonly is: "ready" }
  | {
      readonly is: "answer";
      readonly id: number;
      readonly status: number;
      readonly headers: readonly (readonly [string, string])[];
      readonly body: ArrayBuffer;
    }
  | {
      readonly is: "failed";
      readonly id: number;
      readonly reason: string;
      readonly stack: string;
    }
  | {
      readonly is: "fault";
      readonly request: string;
      readonly reason: string;
      readonly stack: string;
    };
