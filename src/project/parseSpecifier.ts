/** What a specifier is by its spelling alone. */
type Specifier =
  | { readonly kind: "relative" | "absolute" | "internal" | "bare"; readonly path: string }
  | { readonly kind: "package"; readonly name: string; readonly subpath: string }
  | { readonly kind: "none" };

const NONE: Specifier = { kind: "none" };
const PACKAGE_NAME = /^(?:@[\w.-][\w.~-]*\/)?[\w-][\w.~-]*$/;
/** Import queries of bundlers that give a text or an address, not the module. */
const ASSET_QUERY = /\?(?:.*&)?(?:raw|url|inline|worker|sharedworker)\b/;

/** Sorts a specifier: "./x", "/x", "#x", "node:fs", "npm:x@1", "x" and "@s/x"; "none" for what no module can be. */
export function parseSpecifier(written: string): Specifier {
  if (written === "" || written.length > 1000 || written.includes("\0") || written.includes("!")) return NONE;
  if (ASSET_QUERY.test(written)) return NONE;
  const query = written.indexOf("?");
  const path = query > 0 ? written.slice(0, query) : written;
  if (/^\.{1,2}(?:\/|$)/.test(path)) return { kind: "relative", path };
  if (path.startsWith("/")) return { kind: "absolute", path };
  if (path.startsWith("#")) return { kind: "internal", path };
  if (path.startsWith("npm:")) return parseNpm(path.slice("npm:".length));
  if (path.startsWith("node:")) return { kind: "package", name: path, subpath: "" };
  if (/^[a-z][a-z0-9+.-]*:/i.test(path)) return NONE;
  return { kind: "bare", path };
}

/** Splits "@scope/x/lib/y" into name and subpath; null when no package can be called so. */
export function splitPackageName(path: string): { readonly name: string; readonly subpath: string } | null {
  const segments = path.split("/");
  const name = segments.splice(0, path.startsWith("@") ? 2 : 1).join("/");
  return PACKAGE_NAME.test(name) ? { name, subpath: segments.join("/") } : null;
}

/** Deno's "npm:pusher@5/lib/x". */
function parseNpm(path: string): Specifier {
  const match = /^\/?((?:@[^/@]+\/)?[^/@]+)(?:@[^/]*)?(?:\/(.*))?$/.exec(path);
  const name = match?.[1];
  if (name === undefined || !PACKAGE_NAME.test(name)) return NONE;
  return { kind: "package", name, subpath: match?.[2] ?? "" };
}
