/**
 * The kinds of stuck things, by name: all but the first add themselves, each in its file under
 * `store/stuck/kinds/`, so that the compiler asks for their lines in the list of kinds.
 */
export interface StuckKinds {
  readonly rejected: true;
}

/** A kind of stuck things, e.g. `rejected`. */
export type StuckKind = keyof StuckKinds;
