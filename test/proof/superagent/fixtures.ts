import fs from "node:fs";
import path from "node:path";
import { findFileCases, fixturesRoot, type FileCase } from "../../fixtures/cases.ts";
import { isRewrittenPipe, isUnrewrittenPipe } from "./measure.ts";

/** All of the superagent transform's. */
export const allFixtures: readonly FileCase[] = fs.existsSync(path.join(fixturesRoot, "superagent"))
  ? findFileCases("superagent")
  : [];

/** The fixtures that the proof runs. */
export const rewrittenPipes: readonly FileCase[] = allFixtures.filter(isRewrittenPipe);

/** The names of those whose pipes are only reported. */
export const unrewrittenPipes: readonly string[] = allFixtures
  .filter(isUnrewrittenPipe)
  .map(({ name }) => name);
