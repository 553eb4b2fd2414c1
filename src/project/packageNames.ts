import { declaredAliases } from "./aliases.ts";
import { aliasNames } from "./declarations.ts";
import type { FileSet } from "./fileSet.ts";
import type { Manifests } from "./manifests.ts";
import { exportTargets } from "./packageExports.ts";
import { asObject } from "./parseJsonc.ts";
import { splitPackageName } from "./parseSpecifier.ts";
import { dirOf } from "./paths.ts";
import type { Workspaces } from "./workspaces.ts";

/** Text in a package.json, .babelrc or workspace file without which no package has a second name. */
const HINTS = ["npm:", '"imports"', "alias", "Aliases"];

/**
 * The names by which imports in the tree may call a package: its own, aliases in dependencies
 * ("my-pusher": "npm:pusher@5"), keys of package.json's `imports`, and declared module aliases.
 */
export function namesOfPackage(
  packageName: string,
  files: FileSet,
  configFiles: readonly string[],
  manifests: Manifests,
  workspaces: Workspaces,
): string[] {
  const names = new Set([packageName]);
  const hinted = configFiles.filter((file) =>
    HINTS.some((hint) => files.readConfig(file)?.includes(hint) === true),
  );
  const inWorkspaceFile = hinted.some((file) => file.endsWith(".yaml"));
  for (const dir of new Set((inWorkspaceFile ? configFiles : hinted).map(dirOf))) {
    const manifest = manifests.in(dir);
    if (manifest === null) continue;
    for (const name of aliasNames(packageName, manifest, workspaces)) names.add(name);
    for (const [key, entry] of Object.entries(asObject(manifest.raw["imports"]))) {
      if (!key.includes("*") && exportTargets(entry).some((target) => leadsTo(target, packageName)))
        names.add(key);
    }
    for (const { key, target } of declaredAliases(files, manifest))
      if (leadsTo(target, packageName)) names.add(key);
  }
  return [...names];
}

function leadsTo(target: string, packageName: string): boolean {
  return splitPackageName(target.replace(/^npm:\/?/, "").replace(/(.)@[^/]*/, "$1"))?.name === packageName;
}
