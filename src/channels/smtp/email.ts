/** An e-mail as it goes over the wire. */
export interface Email {
  readonly from: string;
  readonly to: readonly string[];
  readonly bytes: Uint8Array;
}

/** A recipient that the server would not have, for good or for now, and its answer. */
export interface RefusedRecipient {
  readonly address: string;
  readonly forGood: boolean;
  readonly message: string;
}

/**
 * What became of an e-mail. `taken`: the server answers for it now; `refused` are the recipients it would
 * not have. `refused`: it said no, for good or for now; to each recipient separately when `recipients` has any. `withdrawn`: we did not hand it over after all.
 * `lost`: the connection broke before the server had it whole, so it has nothing. `doubtful`: it broke
 * after that and before the answer, so it is unknown.
 */
export type EmailEnd =
  | {
      readonly end: "taken";
      readonly response: string;
      readonly refused: readonly RefusedRecipient[];
    }
  | {
      readonly end: "refused";
      readonly forGood: boolean;
      readonly message: string;
      readonly recipients: readonly RefusedRecipient[];
    }
  | { readonly end: "withdrawn" }
  | { readonly end: "lost"; readonly message: string }
  | {
      readonly end: "doubtful";
      readonly message: string;
      readonly recipients: readonly RefusedRecipient[];
    };
