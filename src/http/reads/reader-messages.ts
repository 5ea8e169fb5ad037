import type { BusbarConfig } from "../../config/config.ts";
import type { ReadRequest } from "./reads.ts";

/** Where a face is found by the process that runs reads: the address of its module, and its name there. */
export interface FacePlace {
  readonly module: string;
  readonly name: string;
}

/** What the process that runs reads is sent: first what it opens, then one request after the other. */
export type ToReader =
  | { readonly is: "open"; readonly config: BusbarConfig; readonly faces: readonly FacePlace[] }
  | { readonly is: "read"; readonly id: number; readonly request: ReadRequest };

/** What it sends: that it has begun, an answer, that there is none, or a fault of Busbar's for the log. */
export type FromReader =
  | { readonly is: "ready" }
  | {
      readonly is: "answer";
      readonly id: number;
      readonly status: number;
      readonly headers: readonly (readonly [string, string])[];
      readonly body: Uint8Array<ArrayBuffer>;
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
