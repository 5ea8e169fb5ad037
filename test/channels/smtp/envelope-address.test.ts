import { expect, test } from "vitest";
import { envelopeAddress } from "../../../src/channels/smtp/envelope-address.ts";

test.each([
  ["ann@example.com", false, "ann@example.com"],
  ["ann@exämple.com", false, "ann@xn--exmple-cua.com"],
  ["jörg@exämple.com", true, "jörg@xn--exmple-cua.com"],
  ["jörg@example.com", false, null],
  ["ann@xn--ü", true, null],
])("%s, to a server that takes names outside ASCII: %s, is %s", (address, takesUtf8, form) => {
  expect(envelopeAddress(address, takesUtf8)).toBe(form);
});
