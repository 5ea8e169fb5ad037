import { type Command, Option } from "commander";
import type { JsonOption } from "../context.ts";
import { jsonOption, type RunCommand, withExample } from "../words.ts";
import type { InstallOptions, ServiceOptions } from "./service.ts";

/** Adds `service install`, `uninstall` and `status`. */
export function describeService(program: Command, run: RunCommand): void {
  const service = program
    .command("service")
    .description("run the daemon as a systemd service: install, uninstall, status");
  withExample(
    service.command("install"),
    "busbar service install --user busbar",
    "busbar service install --print",
  )
    .description("write a systemd unit for this installation, hardened, and enable it")
    .option("--user <name>", "user that runs the daemon", "busbar")
    .option("--group <name>", "its group (default: the user's)")
    .option("--on-failure <unit>", "unit that systemd starts when the service has failed for good")
    .option("--print", "print the unit, and change nothing")
    .addOption(nameOption())
    .addOption(folderOption())
    .action((options: InstallOptions) =>
      run(async (context) => (await import("./service.ts")).installService(context, options)),
    );
  withExample(service.command("uninstall"), "busbar service uninstall")
    .description("stop the service and remove its unit; the store and all files stay")
    .addOption(nameOption())
    .addOption(folderOption())
    .action((options: ServiceOptions) =>
      run(async (context) => (await import("./service.ts")).uninstallService(context, options)),
    );
  withExample(service.command("status"), "busbar service status")
    .description("how the service is, and whether its unit fits the configuration as it is now")
    .addOption(nameOption())
    .addOption(folderOption())
    .addOption(jsonOption())
    .action((options: ServiceOptions & JsonOption) =>
      run(async (context) => (await import("./service.ts")).serviceStatus(context, options)),
    );
}

function nameOption(): Option {
  return new Option("--name <service>", "name of the service").default("busbar");
}

function folderOption(): Option {
  return new Option("--folder <folder>", "folder of the unit").default("/etc/systemd/system");
}
