/** Leases of the programs that run actions: a program that ended loses its lease, and its actions are put back in line. */
export interface LeaseStore {
  /**
   * A lease for whoever is to run actions, good for `forMs` unless it is renewed. What programs had whose
   * leases ran out is put back in line; what any other had, when `alone` says that there is no other.
   */
  take(given: {
    readonly forMs: number;
    readonly alone: boolean;
  }): Promise<{ token: number; takenOver: number }>;
  /**
   * Makes a lease good for `forMs` from now; false when it had run out and somebody has taken it over. Puts
   * back in line what others had whose leases ran out.
   */
  renew(given: { readonly token: number; readonly forMs: number }): Promise<boolean>;
  /** Gives a lease back with all that is running under it. */
  end(token: number): Promise<void>;
}
