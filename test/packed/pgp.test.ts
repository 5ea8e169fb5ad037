import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PgpIn, PgpOut } from "../../src/config/pgp.ts";
import { encryptFile } from "../../src/packed/pgp/encrypt.ts";
import { GnuPg } from "./gnupg.ts";
import { opened } from "./opened.ts";

const text = `${"ZHV|1|\nZPT|1|\n".repeat(300)}\u00e9\r\n`;
const bytes = Buffer.from(text, "latin1");
const passphrase = "a long word";

let partner: GnuPg;
let us: GnuPg;
let passphraseFile = "";
/** Our private keys, exported once: GnuPG takes its time. */
const secrets = new Map<string, string>();

beforeAll(() => {
  partner = new GnuPg();
  us = new GnuPg();
  for (const kind of ["rsa", "curve25519"] as const) {
    partner.makeKey(`partner-${kind}`, kind);
    us.makeKey(`us-${kind}`, kind, passphrase);
    partner.import(us.exportPublic(`us-${kind}`));
    secrets.set(kind, us.exportSecret(`us-${kind}`, passphrase, kind === "rsa"));
  }
  passphraseFile = join(us.folder, "passphrase");
  writeFileSync(passphraseFile, `${passphrase}\n`);
});

afterAll(() => {
  partner[Symbol.dispose]();
  us[Symbol.dispose]();
});

type Kind = "rsa" | "curve25519";

/** Our settings for the way in: our key of a kind, and whose signature is required. */
function settings(kind: Kind, signers: readonly string[] = []): PgpIn {
  return {
    keys: [
      {
        key: { file: secrets.get(kind) ?? "" },
        passphrase: { file: passphraseFile },
      },
    ],
    signers: signers.map((file) => ({ file })),
  };
}

/** A message that the partner makes for us. */
function message(kind: Kind, ...words: string[]): Buffer {
  return partner.run(["--encrypt", "--recipient", `us-${kind}`, ...words], bytes).stdout;
}

const signed = (kind: Kind) => ["--sign", "--local-user", `partner-${kind}`];
const wholeText = [["a.uff", bytes.toString("latin1")]];

describe.each(["rsa", "curve25519"] as const)("with %s keys", (kind) => {
  test("a message that GnuPG made is read, as bytes and as text, packed or not", async () => {
    for (const words of [
      [],
      ["--armor"],
      ["--compress-algo", "none"],
      ["--compress-algo", "zlib"],
    ]) {
      const found = await opened(message(kind, ...words), {
        name: "a.uff.gpg",
        pgp: settings(kind),
      });
      expect(found).toMatchObject({ files: wholeText, code: null });
    }
  });

  test("a signed one is read, and its signature is right", async () => {
    const signers = [partner.exportPublic(`partner-${kind}`, "binary", false)];
    const made = message(kind, ...signed(kind), "--set-filename", "a.uff");
    const found = await opened(made, { name: "x", pgp: settings(kind, signers) });
    expect(found).toMatchObject({ files: wholeText, code: null });
  });

  test("a message of ours is read by GnuPG, as bytes and as text, and its signature is good", async () => {
    partner.import(us.exportPublic(`us-${kind}`));
    for (const armour of [false, true]) {
      const out: PgpOut = {
        recipients: [{ file: partner.exportPublic(`partner-${kind}`) }],
        sign: settings(kind).keys[0] ?? null,
        armour,
      };
      const made = await encryptFile({ name: "a.uff", bytes }, out, Date.now());
      if (!made.ok) throw new Error(made.problem.message);
      expect(Buffer.from(made.bytes).includes("-----BEGIN PGP MESSAGE-----")).toBe(armour);
      const read = partner.run(["--decrypt", "--status-fd", "2"], made.bytes);
      expect(read.stdout.equals(bytes)).toBe(true);
      expect(read.stderr).toContain("GOODSIG");
    }
  });
});

/** A moment in a year, in seconds since 1970. */
function inAYear(): number {
  return Math.floor(Date.now() / 1000) + 365 * 86_400;
}

describe("a message is refused", () => {
  const refused = async (made: Buffer, pgp: PgpIn | null) => {
    const { code, files, message: say } = await opened(made, { pgp });
    return { code, files, say };
  };

  test("without a key, with another's key, and when only a password opens it", async () => {
    const made = message("rsa");
    expect(await refused(made, null)).toMatchObject({ code: "PGP_NO_KEY" });
    const wrong = await refused(made, settings("curve25519"));
    expect(wrong.code).toBe("PGP_NO_KEY");
    expect(wrong.say).toMatch(/encrypted to [0-9A-F]{16}; our keys are [0-9A-F]{16}/);
    const password = ["--symmetric", "--passphrase", "word"];
    const made2 = partner.run(password, bytes).stdout;
    expect(await refused(made2, settings("rsa"))).toMatchObject({ code: "PGP_NO_KEY" });
  });

  test("when a key or its passphrase cannot be had, saying which", async () => {
    const made = message("rsa");
    const { keys } = settings("rsa");
    const key = keys[0]?.key ?? { env: "" };
    const attempts: [PgpIn["keys"][number], string][] = [
      [{ key: { file: "/no/such/key" }, passphrase: null }, "there is no file /no/such/key"],
      [{ key, passphrase: { env: "BUSBAR_NO_SUCH" } }, "BUSBAR_NO_SUCH is not set"],
      [{ key, passphrase: { credential: "pass" } }, "LoadCredential=pass:PATH"],
      [{ key, passphrase: null }, "busbar.yaml names none"],
      [{ key, passphrase: { env: "PATH" } }, "does not open it"],
      [{ key: { file: passphraseFile }, passphrase: null }, "no private key"],
    ];
    for (const [one, why] of attempts) {
      const found = await refused(made, { keys: [one], signers: [] });
      expect(found.code).toBe("PGP_KEY_UNUSABLE");
      expect(found.say).toContain(why);
      expect(found.say).not.toContain(passphrase);
    }
  });

  test("unsigned, or signed by somebody else, when a signature is required", async () => {
    const signers = [partner.exportPublic("partner-rsa")];
    expect(await opened(message("rsa"), { pgp: settings("rsa", signers) })).toMatchObject({
      code: "PGP_UNSIGNED",
    });
    const other = message("rsa", ...signed("curve25519"));
    expect(await opened(other, { pgp: settings("rsa", signers) })).toMatchObject({
      code: "PGP_UNKNOWN_SIGNER",
    });
    expect(await opened(other, { pgp: settings("rsa") })).toMatchObject({ code: null });
  });

  test("signed by a key that is expired in the copy we have, until we have the new copy", async () => {
    partner.run(["--quick-gen-key", "short", "ed25519", "sign", "seconds=1"]);
    const old = partner.exportPublic("short", "short-old");
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    partner.run(["--quick-set-expire", partner.fingerprint("short"), "1y"]);
    const made = message("rsa", "--sign", "--local-user", "short");
    expect(await opened(made, { pgp: settings("rsa", [old]) })).toMatchObject({
      code: "PGP_KEY_EXPIRED",
    });
    const now = partner.exportPublic("short", "short-new");
    expect(await opened(made, { pgp: settings("rsa", [now]) })).toMatchObject({ code: null });
  });

  test("cut short anywhere, or changed anywhere", async () => {
    const signers = [partner.exportPublic("partner-rsa")];
    const pgp = settings("curve25519", signers);
    const made = message("curve25519", ...signed("rsa"));
    for (let length = 20; length < made.length; length += 7) {
      const { code } = await opened(made.subarray(0, length), { pgp });
      expect(code, `cut to ${length}`).toMatch(/^PGP_(DAMAGED|NO_KEY|SIGNATURE|UNSIGNED)$/);
    }
    for (let at = 130; at < made.length; at += 5) {
      const changed = Buffer.from(made);
      changed[at] = (changed[at] ?? 0) ^ 1;
      const { code } = await opened(changed, { pgp });
      expect(code, `changed at ${at}`).toMatch(/^PGP_/);
    }
  });

  test("in words that are so: an old digest, a clock ahead, no integrity protection", async () => {
    const signers = [
      partner.exportPublic("partner-rsa"),
      partner.exportPublic("partner-curve25519"),
    ];
    const old = message(
      "rsa",
      ...signed("rsa"),
      "--allow-weak-digest-algos",
      "--digest-algo",
      "SHA1",
    );
    const ahead = message("rsa", ...signed("rsa"), "--faked-system-time", `${inAYear()}!`);
    for (const [made, words] of [
      [old, "a digest that is too old"],
      [ahead, "clock is ahead"],
    ] as const) {
      const found = await refused(made, settings("rsa", signers));
      expect(found.code).toBe("PGP_SIGNATURE");
      expect(found.say).toContain(words);
      expect(found.say).not.toContain("is not what was signed");
    }
    const bare = message("rsa", "--rfc2440", "--disable-mdc", "--cipher-algo", "AES128");
    const found = await refused(bare, settings("rsa"));
    expect(found.code).toBe("PGP_DAMAGED");
    expect(found.say).toContain("without integrity protection");
  });

  test("as a whole when it unpacks to too much", async () => {
    const bomb = partner.run(["--encrypt", "--recipient", "us-rsa"], Buffer.alloc(30 << 20)).stdout;
    const { keys, signers } = settings("rsa");
    expect(await opened(bomb, { pgp: { keys, signers } })).toMatchObject({
      code: "PACKED_RATIO",
      whole: true,
    });
  });

  test("though it is only signed, when the signature is wrong; read when it is right", async () => {
    const signers = [partner.exportPublic("partner-rsa")];
    const made = partner.run(["--armor", ...signed("rsa")], bytes).stdout;
    const right = await opened(made, { name: "a.uff.asc", pgp: settings("rsa", signers) });
    expect(right).toMatchObject({ files: wholeText, code: null });
    const curve = [partner.exportPublic("partner-curve25519")];
    expect(await opened(made, { pgp: settings("rsa", curve) })).toMatchObject({
      code: "PGP_UNKNOWN_SIGNER",
    });
  });
});

test("a file is not encrypted to a key that is expired or missing, and the reason says so", async () => {
  partner.run(["--quick-gen-key", "past", "rsa2048", "default", "seconds=1"]);
  const past = partner.exportPublic("past");
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  const encrypt = (file: string) =>
    encryptFile(
      { name: "a", bytes },
      { recipients: [{ file }], sign: null, armour: false },
      Date.now(),
    );
  expect(await encrypt(past)).toMatchObject({ ok: false, problem: { code: "PGP_KEY_EXPIRED" } });
  expect(await encrypt("/no/such")).toMatchObject({
    ok: false,
    problem: { code: "PGP_KEY_UNUSABLE" },
  });
});
