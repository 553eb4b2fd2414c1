import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { UserError } from "../../pipeline/userError.ts";
import type { BanFlowOptions, BanFunctionName, OwnFunction } from "../../model/banFlow.ts";
import type { Config } from "./schema.ts";

/**
 * What a config says of ban flows, its paths made absolute from its folder.
 * @throws {UserError} where a file that it names is not there.
 */
export function banFlowOf(banFlow: NonNullable<Config["banFlow"]>, folder: string): BanFlowOptions {
  const { backEnd, ...named } = banFlow;
  const own = Object.entries(named).map(([name, text]): [BanFunctionName, OwnFunction] => {
    const [module = "", exported = ""] = (text ?? "").split("#");
    const at = module.startsWith(".") ? resolve(folder, module).replaceAll("\\", "/") : module;
    if (at !== module && !existsSync(at))
      throw new UserError(`the config's banFlow.${name} names ${module}: there is no file ${at}`);
    return [name as BanFunctionName, { module: at, name: exported }];
  });
  return {
    ...(own.length === 0 ? {} : { own: Object.fromEntries(own) }),
    ...(backEnd === undefined ? {} : { backEnd }),
  };
}
