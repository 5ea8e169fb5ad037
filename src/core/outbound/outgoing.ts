import type { EmailEffect, FileEffect } from "../define/effect.ts";

/** What is to leave Busbar. */
export type Outgoing = FileEffect | EmailEffect;

/** The effect of an action: which action's, and the event on which process it was planned for. */
export interface EffectOrigin {
  /** The action's row in the ledger, and which of its effects this is: its identity for ever. */
  readonly action: number;
  readonly place: number;
  /** The row of the process, and the recording number of the event. */
  readonly process: number;
  readonly cause: number;
}
