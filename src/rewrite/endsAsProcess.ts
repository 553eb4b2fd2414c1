import type { Site } from "../detect/site.ts";
import { findContract } from "../contracts/index.ts";
import { walk, bindingOf, type SourceModule } from "../syntax/sourceModule.ts";

const BROWSER = new Set(["window", "document", "navigator", "location", "localStorage", "sessionStorage"]);
const NODE =
  /\bprocess\.|\brequire\(|["']node:|from\s*["'](ws|fs|os|path|http|https|crypto|child_process)["']/;

/** Whether a module runs in a process with an exit code: in a browser there is no `process`, and naming it would throw. */
export function endsAsProcess(sites: readonly Site[], module: SourceModule): boolean {
  if (/["']use client["']|\bimport\.meta\.env\b/.test(module.text) || usesBrowser(module)) return false;
  const isOfBrowser = sites.some(({ contract }) => findContract(contract)?.runsInBrowser === true);
  return !isOfBrowser || NODE.test(module.text);
}

function usesBrowser(module: SourceModule): boolean {
  let found = false;
  walk(module.ast.program, (node) => {
    if (node.type === "JSXElement" || node.type === "JSXFragment") found = true;
    if (
      node.type === "Identifier" &&
      BROWSER.has(node.name) &&
      module.scopes.places.get(node)?.key === "object"
    )
      found ||= !bindingOf(module, node);
  });
  return found;
}
