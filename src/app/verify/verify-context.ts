import type { Definitions } from "../../build/build-pending.ts";
import type { RecordingContext } from "../../intake/channel/context.ts";

/** What it takes to prove a store. */
export interface VerifyContext {
  readonly recording: Pick<RecordingContext, "store" | "catalogue" | "live">;
  readonly definitions: Definitions;
  /** Called with what is being looked at. */
  readonly onStage?: (stage: string) => void;
}
