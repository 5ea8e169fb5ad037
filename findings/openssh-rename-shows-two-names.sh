#!/bin/sh
# OpenSSH 9.2p1's sftp-server renames a file by linking it to the new name and then unlinking the old one.
#
# SSH_FXP_RENAME must not replace a file, and rename(2) would. So the server calls link(2) and unlink(2): for a moment
# the file lies there under both names. Whoever takes all that lies in the folder may take it twice, once under the
# temporary name and once under its own, though the sender wrote and renamed it once.
# The extension posix-rename@openssh.com calls rename(2): it never shows two names, and replaces what is there.
#
# Needs Debian's openssh-client and openssh-sftp-server (1:9.2p1 was seen) and Node.js, and no network. It looks at the
# folder as often as it can during 20,000 renames.
#
# Seen:
#   SSH_FXP_RENAME: both names were seen at once
#   posix-rename@openssh.com: never were both names seen at once
set -eu
server=/usr/lib/openssh/sftp-server
[ -x "$server" ] || { echo "apt-get install openssh-sftp-server openssh-client" >&2; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir drop
echo content >drop/a
cat >see.mjs <<'JS'
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
const [server, option] = process.argv.slice(2);
const commands = Array.from({ length: 20_000 }, (_, at) =>
  at % 2 === 0 ? `rename ${option} drop/a drop/b` : `rename ${option} drop/b drop/a`,
);
const child = spawn("sftp", ["-q", "-b", "-", "-D", server], { stdio: ["pipe", "ignore", "inherit"] });
let isRunning = true;
child.on("exit", (code) => {
  isRunning = false;
  if (code !== 0) process.exitCode = 1;
});
child.stdin.end(`${commands.join("\n")}\n`);
let both = 0;
const look = () => {
  for (let left = 500; left > 0; left -= 1) if (readdirSync("drop").length === 2) both += 1;
  if (isRunning) setImmediate(look);
  else console.log(both > 0 ? "both names were seen at once" : "never were both names seen at once");
};
look();
JS
{
  echo "SSH_FXP_RENAME: $(node see.mjs "$server" -l)"
  echo "posix-rename@openssh.com: $(node see.mjs "$server" "")"
} | tee seen
cat >expected <<'TEXT'
SSH_FXP_RENAME: both names were seen at once
posix-rename@openssh.com: never were both names seen at once
TEXT
diff expected seen
