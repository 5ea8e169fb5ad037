import type { RepeatRule, SamenessRule } from "../../../core/file/identity.ts";
import type { PreparedReading } from "./prepared-file.ts";

/** A file as far as it may be one that is here already. */
export interface Likeness {
  /** Its bytes; null when they are new to the store. */
  readonly content: number | null;
  readonly name: string;
  /** When it was changed and sent, in milliseconds since 1970. */
  readonly modifiedAt: number;
  readonly occurredAt: number;
}

/** The rule of a file as its row has it. */
export interface StoredSameness {
  readonly repeats: RepeatRule | null;
  readonly identityWithin: number | null;
  readonly replay: 0 | 1;
}

/** The rule of a file from its row. */
export function samenessFrom({ repeats, identityWithin, replay }: StoredSameness): SamenessRule {
  return {
    repeats: repeats ?? "by-bytes",
    identityWithinMs: identityWithin,
    replay: replay === 1,
  };
}

/** What a file is judged by beside what is known of it without reading it. */
export type Judgeable = Pick<PreparedReading, "refused" | "identity" | "sameness">;
