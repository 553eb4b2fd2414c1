import type * as t from "@babel/types";
import { packagesOf } from "../../../contracts/index.ts";
import { meteredRealtime } from "../../../contracts/meteredRealtime.ts";
import type { SourceModule } from "../../../syntax/sourceModule.ts";
import type { FateFinder } from "../../fate.ts";
import type { Site } from "../../site.ts";
import { siteOf } from "../observe.ts";
import { isUsedAsValue } from "./sdkUses.ts";

const TYPES_ONLY = new Set(["RemotePeer", "WsCloseCodeValue"]);

/** What the planner of S15 needs. */
export interface TypeImport {
  readonly specifier: t.ImportSpecifier;
  readonly usedAsValue: boolean;
}

/** S15: what the package declares as a value, and does not export at run time. */
export function typeImports(fates: FateFinder, module: SourceModule): readonly Site[] {
  const packages = packagesOf(meteredRealtime);
  return module.ast.program.body.flatMap((statement) => {
    if (statement.type !== "ImportDeclaration" || statement.importKind === "type") return [];
    const target = fates.tracer.modules.graph.resolve(statement.source.value, module.file);
    if (target.kind !== "package" || !packages.includes(target.name)) return [];
    return statement.specifiers.flatMap((specifier) => {
      if (specifier.type !== "ImportSpecifier" || specifier.importKind === "type") return [];
      const name =
        specifier.imported.type === "Identifier" ? specifier.imported.name : specifier.imported.value;
      if (!TYPES_ONLY.has(name)) return [];
      const usedAsValue = isUsedAsValue(specifier.local, module);
      // The compiler drops an import that is only used as a type; bundlers that work file by file do not.
      return [
        siteOf({
          contract: "metered-realtime",
          rule: "type-imported-as-value",
          name,
          node: specifier,
          module,
          message: `\`${name}\` is only a type; where the import is kept, the module does not load.`,
          advice: usedAsValue
            ? "it is used as a value, and there is none: tell remote peers otherwise"
            : "import the type",
          detail: { specifier, usedAsValue } satisfies TypeImport,
        }),
      ];
    });
  });
}
