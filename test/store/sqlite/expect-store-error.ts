import { expect } from "vitest";
import { StoreError } from "../../../src/store/port/store-error.ts";

/** The promise is refused with that code, and the sentence names what is meant. */
export async function expectStoreError(
  promise: Promise<unknown>,
  code: StoreError["code"],
  named: string,
): Promise<void> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StoreError);
  expect(error).toMatchObject({ code, message: expect.stringContaining(named) });
}
