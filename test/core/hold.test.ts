import { describe, expect, it } from "vitest";
import { type Hold, type HoldScope, holdOn, holdWords } from "../../src/core/hold/hold.ts";

const whole: HoldScope = { stage: "actions", channel: null, type: null, name: null };
const hold = (scope: Partial<HoldScope>): Hold => ({
  ...whole,
  ...scope,
  id: 1,
  actor: "ann",
  reason: "a trial",
  since: 0,
});

describe("a hold", () => {
  const place = { stage: "actions", type: "order", name: "request pick" } as const;

  it("holds all of its stage when it names nothing else", () => {
    expect(holdOn([hold({})], place)).toMatchObject({ id: 1 });
    expect(holdOn([hold({})], { stage: "outbound" })).toBeNull();
  });

  it("holds only where all that it names is so", () => {
    expect(holdOn([hold({ type: "order" })], place)).not.toBeNull();
    expect(holdOn([hold({ type: "order", name: "send e-mail" })], place)).toBeNull();
    expect(holdOn([hold({ type: "switch", name: "request pick" })], place)).toBeNull();
    expect(holdOn([hold({ channel: "inbox" })], place)).toBeNull();
  });

  it("is said in the words that put it on", () => {
    expect(holdWords(hold({}))).toBe("actions");
    expect(holdWords(hold({ type: "order", name: "request pick" }))).toBe(
      'actions --type order --name "request pick"',
    );
  });
});
