/** How a connection behaves towards other programs and the clock. */
export interface ConnectionOptions {
  readonly location: string;
  /** How long, in milliseconds, to try while the server cannot be used. */
  readonly busyMs: number;
  readonly readOnly: boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The number of the daemon that writes; whoever is none writes when absent. */
  readonly daemon?: number | null;
  /** The address at which a session lasts; `location` when absent. */
  readonly listenAt?: string | null;
  /** After how long without an answer, in milliseconds, it is asked whether the server is there; 10,000 when absent. */
  readonly silenceMs?: number | undefined;
  /** Called with how long each transaction that writes took, in milliseconds. */
  readonly onCommit?: (tookMs: number) => void;
}
