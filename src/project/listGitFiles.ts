import { execFile } from "node:child_process";
import type { Listing } from "./types.ts";

/** The target's own git configuration is not to be trusted: it can name programs to run. */
const WITHOUT_PROGRAMS =
  "-c core.fsmonitor=false -c core.hooksPath=/dev/null -c safe.bareRepository=explicit";
const LIST = "ls-files --cached --others --stage --exclude-standard --exclude=node_modules -z";
const ARGUMENTS = `${WITHOUT_PROGRAMS} ${LIST}`.split(" ");
const STAGED = /^(\d{6}) [0-9a-f]+ \d\t/;
const SYMBOLIC_LINK = "120000";
const SUBMODULE = "160000";

/** Files of a git work tree, tracked or not ignored, relative to `root`; null when git is missing or this is not a repository. */
export function listGitFiles(root: string): Promise<Listing | null> {
  return new Promise((resolve) => {
    const options = { cwd: root, env: gitEnvironment(), maxBuffer: 2 ** 30, timeout: 120_000 };
    execFile("git", ARGUMENTS, options, (error, stdout) =>
      resolve(error === null ? parseListing(stdout) : null),
    );
  });
}

function parseListing(output: string): Listing {
  const files = new Set<string>();
  const links = new Set<string>();
  for (const entry of output.split("\0")) {
    const staged = STAGED.exec(entry);
    const file = staged === null ? entry : entry.slice(staged[0].length);
    // A folder is an untracked repository within this one; "../" comes from a foreign core.worktree.
    if (file === "" || file.endsWith("/") || file.startsWith("../")) continue;
    if (staged?.[1] === SYMBOLIC_LINK) links.add(file);
    else if (staged?.[1] !== SUBMODULE) files.add(file);
  }
  return { files: [...files], links: [...links] };
}

/** Without the variables that a git hook sets, and that would point git at another repository. */
function gitEnvironment(): NodeJS.ProcessEnv {
  const environment = { ...process.env, GIT_OPTIONAL_LOCKS: "0", GIT_TERMINAL_PROMPT: "0" };
  const misleading = [
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_PREFIX",
    "GIT_COMMON_DIR",
    "GIT_OBJECT_DIRECTORY",
  ];
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !misleading.includes(name)));
}
