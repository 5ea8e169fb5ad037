import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { refusedAnswers, refusedKindOf } from "../../src/app/errors.ts";
import { ChannelError } from "../../src/channels/channel-error.ts";
import { SftpError } from "../../src/channels/sftp/sftp-error.ts";
import { explain } from "../../src/cli/failure.ts";
import { ConfigError } from "../../src/config/config-error.ts";
import { noFile } from "../../src/core/refusal/no-file.ts";
import { RefusedError } from "../../src/core/refusal/refused-error.ts";
import { StoreError } from "../../src/store/port/store-error.ts";

it("answers each kind of refusal as the page says", () => {
  const page = readFileSync(new URL("../../docs/exit-codes.md", import.meta.url), "utf8");
  const rows = page.matchAll(/^\| ([a-z-]+) \| (\d) \| (\d{3}) \| (yes|no) \|/gm);
  const said = [...rows].map(([, kind = "", exit, http, retry]) => [
    kind,
    { exitCode: Number(exit), httpStatus: Number(http), mayRetry: retry === "yes" },
  ]);
  expect(Object.fromEntries(said)).toEqual(refusedAnswers);
});

it("tells a store that is busy from one that is broken and one that is misconfigured", () => {
  const codes = ["busy", "locked", "full", "damaged", "failed", "missing", "corrupt"] as const;
  expect(codes.map((code) => refusedKindOf(new StoreError(code, "It is so.")))).toEqual([
    "busy",
    "busy",
    "unavailable",
    "unavailable",
    "unavailable",
    "invalid",
    "invalid",
  ]);
});

it("tells a channel that is misconfigured from one that cannot be used now", () => {
  expect(refusedKindOf(new ChannelError("clash", "Two share a folder."))).toBe("invalid");
  expect(refusedKindOf(new ChannelError("silent", "No answer."))).toBe("unavailable");
  expect(refusedKindOf(new SftpError("unreachable", "No connection."))).toBe("unavailable");
  expect(refusedKindOf(new ConfigError("busbar.yaml", []))).toBe("invalid");
});

it("knows a fault of the program from a refusal", () => {
  expect(refusedKindOf(new TypeError("x is not a function"))).toBeNull();
  expect(refusedKindOf("no error")).toBeNull();
});

it("prints a refusal with its remedy as a command, and the exit code of its kind", () => {
  expect(explain(noFile(9))).toEqual({
    text: "there is no file 9; `busbar file list` shows those there are",
    exitCode: 1,
  });
  expect(explain(new RefusedError("invalid", "There is no channel x; there are a, b"))).toEqual({
    text: "there is no channel x; there are a, b",
    exitCode: 2,
  });
});
