import type { Command } from "commander";
import type { JsonOption } from "../context.ts";
import type { DecisionOptions } from "../decision.ts";
import { actorOption, jsonOption, type RunCommand, reasonOption, withExample } from "../words.ts";
import type { BackupOptions } from "./backup.ts";
import type { DoctorOptions } from "./doctor.ts";
import type { MetricsOptions } from "./metrics.ts";

/** Adds `init`, `run`, `reload`, `status`, `metrics`, `config`, `doctor`, `compact`, `backup` and `restore`. */
export function describeDaemon(program: Command, run: RunCommand): void {
  withExample(program.command("init"), "busbar init /srv/busbar")
    .description("write a configuration and the folders it names; overwrites nothing")
    .argument("[dir]", "folder to make them in", ".")
    .action((folder: string) =>
      run(async (context) => (await import("./init.ts")).init(context, folder)),
    );

  withExample(program.command("run"), "busbar run --config /srv/busbar/busbar.yaml")
    .description("run the daemon in the foreground until SIGTERM or Ctrl-C")
    .action(() => run(async (context) => (await import("./run.ts")).runInFront(context)));

  withExample(program.command("reload"), "busbar reload")
    .description(
      "have the running daemon use the configuration as it is now; a wrong one is refused",
    )
    .action(() => run(async (context) => (await import("./reload.ts")).reload(context)));

  withExample(program.command("status"), "busbar status")
    .description("how many files, events and processes there are, and how the channels are")
    .addOption(jsonOption())
    .action((options: JsonOption) =>
      run(async (context) => (await import("./status.ts")).status(context, options)),
    );

  withExample(
    program.command("metrics"),
    "busbar metrics",
    "busbar metrics --textfile /var/lib/prometheus/node-exporter/busbar.prom",
  )
    .description("how everything is, in Prometheus' text format, whether the daemon runs or not")
    .option("--textfile <file>", "file to replace, for node_exporter's textfile collector")
    .action((options: MetricsOptions) =>
      run(async (context) => (await import("./metrics.ts")).printMetrics(context, options)),
    );

  const config = program
    .command("config")
    .description("what a configuration does, without starting anything");
  withExample(config.command("check"), "busbar config check")
    .description("say what a daemon would do with the configuration, or what is wrong with it")
    .action(() => run(async (context) => (await import("./config-check.ts")).configCheck(context)));
  withExample(config.command("schema"), "busbar config schema > busbar.schema.json")
    .description("print the form of busbar.yaml as JSON Schema, for editors")
    .action(() =>
      run(async (context) => (await import("./config-schema.ts")).configSchema(context)),
    );

  withExample(program.command("doctor"), "busbar doctor", "busbar doctor --no-channels")
    .description("look at the whole installation and say what is wrong with it and what to do")
    .option("--no-channels", "do not check channels and partners' servers")
    .option("--unit <file>", "unit of the service", "/etc/systemd/system/busbar.service")
    .addOption(jsonOption())
    .action((options: DoctorOptions) =>
      run(async (context) => (await import("./doctor.ts")).doctor(context, options)),
    );
  describeBackups(program, run);
}

/** Adds `compact`, `backup` and `restore`. */
function describeBackups(program: Command, run: RunCommand): void {
  withExample(program.command("compact"), "busbar compact")
    .description(
      "write the store's file anew without unused room, with the daemon stopped; takes as much room again meanwhile",
    )
    .action(() => run(async (context) => (await import("./compact.ts")).compact(context)));

  withExample(program.command("backup"), "busbar backup /backup/2026-03-02.tar.zst")
    .description(
      "back up the store and the bytes of large files, whole and of one moment, while the daemon goes on",
    )
    .argument("<file>", "file to make; one that is there is never replaced")
    .option(
      "--without-lost",
      "make one though kept bytes are missing or damaged, and name them in it",
    )
    .action((file: string, options: BackupOptions) =>
      run(async (context) => (await import("./backup.ts")).backup(context, file, options)),
    );

  withExample(
    program.command("restore"),
    'busbar restore /backup/2026-03-02.tar.zst /srv/busbar/var --reason "disk lost"',
  )
    .description("restore a backup into an empty folder, with everything on hold until released")
    .argument("<file>", "the backup")
    .argument("<dir>", "folder that is empty or not there")
    .addOption(reasonOption())
    .addOption(actorOption())
    .action((file: string, folder: string, options: DecisionOptions) =>
      run(async (context) => (await import("./backup.ts")).restore(context, file, folder, options)),
    );
}
