import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What a run of GnuPG gave. */
export interface GpgRun {
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** A GnuPG of one party, with a keyring of its own. */
export class GnuPg implements Disposable {
  readonly folder = mkdtempSync(join(tmpdir(), "bbg-"));

  constructor() {
    // Passphrases of tests need not cost a thief a second each.
    this.#write("gpg-agent.conf", Buffer.from("s2k-count 65536\n"));
    this.#write("gpg.conf", Buffer.from("s2k-count 65536\n"));
  }

  run(words: readonly string[], input: Uint8Array | string = "", mayFail = false): GpgRun {
    const unasked = ["--pinentry-mode", "loopback", "--passphrase", ""];
    const usual = ["--batch", "--yes", "--quiet", "--trust-model", "always", ...unasked];
    const env = { ...process.env, GNUPGHOME: this.folder, LC_ALL: "C" };
    const done = spawnSync("gpg", [...usual, ...words], { input, env, maxBuffer: 1 << 28 });
    if (done.error !== undefined) throw done.error;
    if (done.status !== 0 && !mayFail) throw new Error(`gpg ${words.join(" ")}: ${done.stderr}`);
    return { stdout: done.stdout, stderr: String(done.stderr) };
  }

  /** Makes a key pair for signing and encrypting. */
  makeKey(user: string, kind: "rsa" | "curve25519", passphrase = "", expires = "never"): void {
    const secret = ["--passphrase", passphrase];
    const [sign, encrypt] = kind === "rsa" ? ["rsa2048", "rsa2048"] : ["ed25519", "cv25519"];
    this.run([...secret, "--quick-gen-key", user, sign, "sign", expires]);
    this.run([...secret, "--quick-add-key", this.fingerprint(user), encrypt, "encrypt", expires]);
  }

  fingerprint(user: string): string {
    const listed = this.run(["--with-colons", "--list-keys", user]).stdout.toString();
    return /^fpr:+([0-9A-F]+):/m.exec(listed)?.[1] ?? "";
  }

  /** Writes the public key of a user into a file, as text or as bytes, and gives its path. */
  exportPublic(user: string, name = user, armoured = true): string {
    const { stdout } = this.run([...(armoured ? ["--armor"] : []), "--export", user]);
    return this.#write(`${name}.pub`, stdout);
  }

  /** The same for the private key. */
  exportSecret(user: string, passphrase = "", armoured = true): string {
    const secret = ["--passphrase", passphrase];
    const armour = armoured ? ["--armor"] : [];
    return this.#write(
      `${user}.key`,
      this.run([...secret, ...armour, "--export-secret-keys", user]).stdout,
    );
  }

  /** Takes in a key of somebody else. */
  import(path: string): void {
    this.run(["--import", path]);
  }

  #write(name: string, bytes: Uint8Array): string {
    const path = join(this.folder, name);
    writeFileSync(path, bytes);
    return path;
  }

  [Symbol.dispose](): void {
    const env = { ...process.env, GNUPGHOME: this.folder };
    spawnSync("gpgconf", ["--kill", "all"], { env });
    rmSync(this.folder, { recursive: true, force: true });
  }
}
