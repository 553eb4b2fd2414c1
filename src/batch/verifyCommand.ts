import { spawn } from "node:child_process";
import { JobError } from "./jobError.ts";
import { redact } from "./source.ts";

/** How much of a command's output is kept: its end says what went wrong. Characters. */
const MAX_OUTPUT = 200_000;

/** Secrets of the run that a repository's own command has no business with. */
const WITHHELD =
  /^(?:GITHUB_TOKEN|GH_TOKEN|GH_ENTERPRISE_TOKEN|SADPATH_.*|GIT_CONFIG_(?:COUNT|KEY_.*|VALUE_.*|PARAMETERS))$/;

/**
 * Runs the command that the user named with `--verify`, in the clone, the changes applied.
 * It stays in the job's process group, and so ends with it.
 * @throws {JobError} where it fails; `onOutput` has had its output then.
 */
export async function runVerifyCommand(
  command: string,
  folder: string,
  onOutput: (text: string) => void,
): Promise<void> {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !WITHHELD.test(name)));
  const { code, signal, output } = await new Promise<{
    code: number | null;
    signal: string | null;
    output: string;
  }>((fulfil, reject) => {
    const child = spawn(command, { cwd: folder, env, shell: true, stdio: ["ignore", "pipe", "pipe"] });
    let kept = "";
    const keep = (chunk: Buffer): void => {
      kept = (kept + chunk.toString("utf8")).slice(-MAX_OUTPUT);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", reject);
    child.on("close", (exitCode, endedBy) => fulfil({ code: exitCode, signal: endedBy, output: kept }));
  });
  onOutput(redact(output));
  if (code !== 0)
    throw new JobError("verify", `"${command}" ended with ${code ?? signal ?? "an unknown status"}`);
}
