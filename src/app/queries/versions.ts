import { busbarVersion } from "../../disk/version.ts";
import { storeVersion } from "../../store/version.ts";

/** The version of this Busbar, and of the stores that it makes and upgrades to; opens none. */
export function versions(): { readonly busbar: string; readonly ofStores: number } {
  return { busbar: busbarVersion(), ofStores: storeVersion };
}
