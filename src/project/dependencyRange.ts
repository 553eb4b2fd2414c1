import valid from "semver/functions/valid.js";
import satisfies from "semver/functions/satisfies.js";
import validRange from "semver/ranges/valid.js";

/** What a dependency's declaration in package.json means. */
export type Declared =
  /** From the registry: possibly under another name, with the range as written. */
  | { readonly kind: "registry"; readonly name: string | null; readonly range: string }
  /** A folder next to it. */
  | { readonly kind: "folder"; readonly path: string }
  /** A member of the workspace, possibly of another name. */
  | { readonly kind: "workspace"; readonly name: string | null; readonly range: string }
  | { readonly kind: "catalog"; readonly catalog: string }
  /** A git address or a tarball; the range where the address names a version. */
  | { readonly kind: "address"; readonly range: string | null };

/** Reads a dependency's declaration: "^5", "npm:pusher@^5", "workspace:*", "catalog:", "file:../x", "github:a/b#v5.1.0". */
export function parseDeclared(written: string): Declared {
  const text = written.trim();
  const folder = /^(?:file|link|portal):(.*)$/.exec(text);
  if (folder !== null) {
    const path = folder[1] ?? "";
    return /\.t(?:ar\.)?gz$/.test(path) ? { kind: "address", range: null } : { kind: "folder", path };
  }
  const alias = /^(npm|workspace):(?:((?:@[^/@]+\/)?[^/@^~*<>=\s][^/@]*)@)?(.*)$/.exec(text);
  if (alias !== null) {
    const [, protocol, name, rest = ""] = alias;
    if (protocol === "workspace") {
      if (/^\.{1,2}\//.test(rest)) return { kind: "folder", path: rest };
      return { kind: "workspace", name: name ?? null, range: rest };
    }
    // "npm:pusher" is a name without a range, "npm:^5" a range without a name.
    if (name === undefined && validRange(rest) === null) return { kind: "registry", name: rest, range: "*" };
    return { kind: "registry", name: name ?? null, range: rest };
  }
  if (text.startsWith("catalog:"))
    return { kind: "catalog", catalog: text.slice("catalog:".length).trim() || "default" };
  if (/^\.{1,2}\//.test(text)) return { kind: "folder", path: text };
  if (validRange(text) !== null || /^[\w.-]+$/.test(text))
    return { kind: "registry", name: null, range: text };
  return { kind: "address", range: rangeOfAddress(text) };
}

function rangeOfAddress(text: string): string | null {
  const hash = /#(?:semver:)?(.+)$/.exec(text)?.[1];
  if (hash !== undefined) return validRange(decode(hash)) === null ? null : decode(hash);
  return /\/-\/[^/]*?-(\d+\.\d+\.\d+[^/]*)\.tgz$/.exec(text)?.[1] ?? null;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** True when a workspace member of that version answers a registry range, so that package managers link it. */
export function isAnsweredBy(range: string, version: string | null): boolean {
  if (validRange(range) === null || version === null || valid(version) === null) return true;
  return satisfies(version, range, { includePrerelease: true });
}
