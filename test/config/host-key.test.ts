import { expect, test } from "vitest";
import { isPinned, parseHostKeyPin } from "../../src/config/channel/host-key.ts";

const full =
  "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl partner";
const fingerprint = "SHA256:+DiY3wvvV6TuJJhbpZisF/zLDA0zPMSvHdkr4UvCOqU";

test("a pin is a fingerprint or a key in full, which mean the same", () => {
  expect(parseHostKeyPin(fingerprint)).toEqual({ fingerprint, type: null });
  expect(parseHostKeyPin(` ${fingerprint}=`)).toEqual({ fingerprint, type: null });
  expect(parseHostKeyPin(full)).toEqual({ fingerprint, type: "ssh-ed25519" });
});

test.each([
  "",
  "SHA256:short",
  "MD5:16:27:ac:a5:76:28:2d:36:63:1b:56:4d:eb:df:a6:48",
  "ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl",
  "ssh-ed25519 AAAA",
])("%j is no pin", (text) => {
  expect(parseHostKeyPin(text)).toBeNull();
});

test("no pin means no key is right", () => {
  expect(isPinned(Buffer.from("anything"), [])).toBe(false);
});
