import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { OddFile } from "../../src/disk/odd-file.ts";
import { readSmallFile } from "../../src/disk/open-file.ts";

const folder = mkdtempSync(join(tmpdir(), "busbar-small-"));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(size: number): string {
  const path = join(folder, `${size}`);
  writeFileSync(path, Buffer.alloc(size, "x"));
  return path;
}

test.each([0, 1, 4_095, 4_096, 4_097, 9_999, 10_000])(
  "a file of %i bytes is read whole",
  (size) => {
    const bytes = readSmallFile(fileOf(size), 10_000);
    expect(bytes.equals(Buffer.alloc(size, "x"))).toBe(true);
  },
);

test("one that has more than it may have is refused", () => {
  expect(() => readSmallFile(fileOf(10_001), 10_000)).toThrow(OddFile);
  expect(() => readSmallFile(fileOf(65), 64)).toThrow("of more than 64 bytes");
});

test("one that the system makes up and calls empty is read whole", () => {
  const text = readSmallFile("/proc/self/smaps", 32 << 20).toString("utf8");
  expect(text.length).toBeGreaterThan(8_192);
  expect(text).toMatch(/\nVmFlags: [^\n]*\n$/);
});

test("memory is taken for what a file has, not for what it may have", () => {
  expect(readSmallFile(fileOf(20_000), 32 << 20).buffer.byteLength).toBeLessThan(32_768);
});
