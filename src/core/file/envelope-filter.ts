/** Whose files and of which flow, by the envelope. */
export interface EnvelopeFilter {
  /** Without its version, e.g. `D0010`. */
  readonly flow?: string;
  /** A participant, with or without the letter of its role: `UDMS`, `D:UDMS`. */
  readonly sender?: string;
  readonly recipient?: string;
}
