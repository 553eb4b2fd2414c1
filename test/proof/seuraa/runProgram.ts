import { execFile } from "node:child_process";
import path from "node:path";

/** What the double does. */
export type Fault =
  | { readonly kind: "none" | "unavailable" | "unconfirmed" | "network" }
  | {
      readonly kind: "refuse-publish" | "refuse-subscribe";
      readonly code: string;
      readonly message?: string;
    }
  | { readonly kind: "status"; readonly value: string }
  /** `http-one`: the second of several requests is refused. */
  | { readonly kind: "http" | "http-one"; readonly status: number };

/** What became of a program. */
export interface Outcome {
  /** Each publish: in the browser its event, in the backend its `clientEventId`. */
  readonly published: readonly (string | null)[];
  readonly revoked: number;
  readonly lines: readonly string[];
  /** The waits that it asked for, in milliseconds; time is simulated. */
  readonly waits: readonly number[];
  /** What the user was shown. */
  readonly marks: readonly string[];
  readonly result:
    null | "done" | { readonly rejected: string } | { readonly status: number; readonly text: string };
  readonly exitCode: number;
}

/** Runs a program in a process of its own. */
export async function runProgram(folder: string, program: string, fault: Fault): Promise<Outcome> {
  const driver = path.join(import.meta.dirname, "driver.cjs");
  const env = { ...process.env, NODE_OPTIONS: "", PROOF_FAULT: JSON.stringify(fault) };
  const text = await new Promise<string>((resolve) => {
    execFile(process.execPath, [driver, folder, `${program}.js`], { env }, (_err, stdout) => resolve(stdout));
  });
  return JSON.parse(text) as Outcome;
}
