import type { Listing } from "./types.ts";
import { listGitFiles } from "./listGitFiles.ts";
import { walkFiles } from "./walkFiles.ts";

/** All files of a tree, absolute, and who listed them. */
export interface Tree extends Listing {
  readonly listedBy: "git" | "walk";
}

/** Lists a tree: by git where it can, by hand where there is no git, no repository, or git ignores the whole folder. */
export async function listTree(root: string): Promise<Tree> {
  const prefix = root.endsWith("/") ? root : `${root}/`;
  const fromGit = await listGitFiles(root);
  const listedBy = fromGit !== null && fromGit.files.length > 0 ? "git" : "walk";
  const listing = fromGit !== null && listedBy === "git" ? fromGit : walkFiles(root);
  return {
    listedBy,
    files: listing.files.map((file) => prefix + file),
    links: listing.links.map((link) => prefix + link),
  };
}
