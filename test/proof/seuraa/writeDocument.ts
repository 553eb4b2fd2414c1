import path from "node:path";
import { format } from "prettier";
import type { Row } from "./measure.ts";
import { scenarios } from "./scenarios.ts";

/** Where the document stands. */
export const documentFile = path.resolve(import.meta.dirname, "../../../docs/proof-seuraa.md");

/** What was measured, as a document. */
export function documentOf(rows: readonly Row[]): Promise<string> {
  const parts = scenarios.map((scenario) => {
    const own = rows.filter((row) => row.scenario === scenario);
    const lines = own.map(({ fault, before, after }) => `| ${fault} | ${before} | ${after} |`);
    return [
      `## ${scenario.pattern}: ${scenario.title}`,
      "",
      "| fault | before | after |",
      "| --- | --- | --- |",
      ...lines,
      "",
    ].join("\n");
  });
  return format(`${HEAD}\n${parts.join("\n")}`, { parser: "markdown" });
}

const HEAD = `# Proof: Seuraa Edge

Written by \`npm run proof\`; \`test/proof/seuraa\` measures it again and compares.

The SDK of Seuraa Edge is not public: no registry has its packages. What runs here is a double that follows the documented
shapes exactly, and does nothing else: the browser's channel with \`publish\`, \`onRawEvent\` and \`onStatus\`, the backend's
\`channels\` and \`auth\` with the documented rejections. It was never compared with the real SDK or service. The programs are
those of the fixture [\`proved\`](../__testfixtures__/seuraa-edge/proved), before and after sadpath, each in a process of its
own. Time is simulated: a timer runs out when nothing else can happen any more. Behind a code or a status stands its class:
\`backoff\` may be repeated later, nothing else may.
`;
