import { scaffoldBanFlow } from "../../pipeline/scaffoldBanFlow.ts";
import type { Io } from "../io.ts";

/** `init --ban-flow`: writes the module that keeps banned users out into the current folder's project. */
export async function runInitBanFlow(
  backEnd: Parameters<typeof scaffoldBanFlow>[1],
  io: Io,
): Promise<number> {
  await io.out(`${await scaffoldBanFlow(io.cwd, backEnd)}\n`);
  return 0;
}
