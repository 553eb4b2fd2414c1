import { realpathSync } from "node:fs";
import { isWithin, toPosix } from "./paths.ts";

/** Where paths that run through the tree's symbolic links really lead. */
export interface Links {
  /** The path behind a link within the root; null when no link is on the way. */
  follow(path: string): string | null;
}

/** Reads links when first asked: few trees have any, and few imports run through them. */
export function createLinks(root: string, links: readonly string[]): Links {
  let targets: Map<string, string> | null = null;
  return {
    follow(path) {
      if (links.length === 0) return null;
      targets ??= readLinks(root, links);
      for (const [link, target] of targets) {
        if (path.startsWith(link) && /^(?:$|[/.])/.test(path.slice(link.length)))
          return target + path.slice(link.length);
      }
      return null;
    },
  };
}

function readLinks(root: string, links: readonly string[]): Map<string, string> {
  const targets = new Map<string, string>();
  const realRoot = realPath(root) ?? root;
  for (const link of links) {
    const target = realPath(link);
    if (
      target === null ||
      !isWithin(target, realRoot) ||
      isWithin(link, root + target.slice(realRoot.length))
    )
      continue;
    const inTree = root + target.slice(realRoot.length);
    // A link to a file is also asked for without its extension.
    const extension = /\.[cm]?[jt]sx?$/.exec(link)?.[0];
    if (extension !== undefined && inTree.endsWith(extension))
      targets.set(link.slice(0, -extension.length), inTree.slice(0, -extension.length));
    else targets.set(link, inTree);
  }
  return targets;
}

function realPath(path: string): string | null {
  try {
    return toPosix(realpathSync.native(path));
  } catch {
    return null;
  }
}
