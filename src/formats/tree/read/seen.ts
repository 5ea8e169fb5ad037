import type { FlowDefinition } from "../../../catalogue/definition.ts";
import type { Envelope } from "../../../core/file/envelope.ts";
import type { Frame } from "./frame.ts";
import type { Recorder } from "./recorder.ts";

/** What was read of a file. */
export interface Seen {
  readonly frame: Frame;
  readonly definition: FlowDefinition;
  readonly envelope: Envelope;
  readonly recorder: Recorder;
}
