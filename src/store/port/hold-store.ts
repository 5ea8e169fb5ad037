import type { Brake, BrakeScope } from "../../core/hold/brake.ts";

/** Holds that people place on a stage, a channel or a kind of action; who placed and who released them stays known for ever. */
export interface HoldStore {
  /** Places a hold. One that is there already for the same scope stays as it is, and is returned. */
  place(given: {
    readonly scope: BrakeScope;
    readonly actor: string;
    readonly reason: string;
  }): Promise<Brake>;
  /** Releases the hold that was placed on this very scope; null when there is none. */
  release(given: {
    readonly scope: BrakeScope;
    readonly actor: string;
    readonly reason: string;
  }): Promise<Brake | null>;
  /** The holds that are not released, the oldest first. */
  list(): Promise<readonly Brake[]>;
}
