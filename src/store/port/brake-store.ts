import type { Brake, BrakeScope } from "../../core/hold/brake.ts";

/** Brakes: who put them on and who took them off stays known for ever. */
export interface BrakeStore {
  /** Puts a brake on. One that is on already for the same scope stays as it is, and is returned. */
  hold(scope: BrakeScope, actor: string, reason: string): Promise<Brake>;
  /** Takes the brake off that was put on for this very scope; null when there is none. */
  release(scope: BrakeScope, actor: string, reason: string): Promise<Brake | null>;
  /** Those that are on, the oldest first. */
  brakes(): Promise<readonly Brake[]>;
}
