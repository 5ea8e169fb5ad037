import { describe, expect, it } from "vitest";
import { type Brake, type BrakeScope, brakeOn, brakeWords } from "../../src/core/hold/brake.ts";

const whole: BrakeScope = { stage: "actions", channel: null, type: null, name: null };
const brake = (scope: Partial<BrakeScope>): Brake => ({
  ...whole,
  ...scope,
  id: 1,
  actor: "ann",
  reason: "a trial",
  since: 0,
});

describe("a brake", () => {
  const place = { stage: "actions", type: "order", name: "request pick" } as const;

  it("holds all of its stage when it names nothing else", () => {
    expect(brakeOn([brake({})], place)).toMatchObject({ id: 1 });
    expect(brakeOn([brake({})], { stage: "outbound" })).toBeNull();
  });

  it("holds only where all that it names is so", () => {
    expect(brakeOn([brake({ type: "order" })], place)).not.toBeNull();
    expect(brakeOn([brake({ type: "order", name: "send e-mail" })], place)).toBeNull();
    expect(brakeOn([brake({ type: "switch", name: "request pick" })], place)).toBeNull();
    expect(brakeOn([brake({ channel: "inbox" })], place)).toBeNull();
  });

  it("is said in the words that put it on", () => {
    expect(brakeWords(brake({}))).toBe("actions");
    expect(brakeWords(brake({ type: "order", name: "request pick" }))).toBe(
      'actions --type order --name "request pick"',
    );
  });
});
