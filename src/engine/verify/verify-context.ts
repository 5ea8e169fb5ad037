import type { RecordingContext } from "../../intake/context.ts";
import type { Definitions } from "../build-pending.ts";

/** What it takes to prove a store. */
export interface VerifyContext {
  readonly recording: Pick<RecordingContext, "store" | "catalogue" | "live">;
  readonly definitions: Definitions;
  /** Told what is being looked at. */
  readonly onStage?: (stage: string) => void;
}
