import type { Hold, HoldScope } from "../../core/hold/hold.ts";

/** Holds that people place on a stage, a channel or a kind of action; who placed and who released them stays known for ever. */
export interface HoldStore {
  /** Places a hold. One that is there already for the same scope stays as it is, and is returned. */
  place(given: {
    readonly scope: HoldScope;
    readonly actor: string;
    readonly reason: string;
  }): Promise<Hold>;
  /** Releases the hold that was placed on this very scope; null when there is none. */
  release(given: {
    readonly scope: HoldScope;
    readonly actor: string;
    readonly reason: string;
  }): Promise<Hold | null>;
  /** The holds that are not released, the oldest first. */
  list(): Promise<readonly Hold[]>;
}
