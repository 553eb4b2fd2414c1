import { count } from "../report/layout.ts";
import { visible } from "../report/visible.ts";
import type { BatchSummary, RepositorySummary } from "./summaryTypes.ts";

const STYLE = `
:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 20%, transparent); }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 2rem; }
th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
th.n, td.n { text-align: right; font-variant-numeric: tabular-nums; }
.failed { color: light-dark(#b00020, #ff8a80); }
.totals { display: flex; flex-wrap: wrap; gap: .5rem 2rem; padding: 0; list-style: none; }
.totals b { display: block; font-size: 1.6rem; }
`;

/** `summary.html`: one page without scripts, fonts or anything else from elsewhere. All text of repositories is escaped. */
export function summaryPage(summary: BatchSummary): string {
  const { totals } = summary;
  const numbers: readonly (readonly [number, string])[] = [
    [totals.repositories, "repositories"],
    [totals.affected, "with findings"],
    [totals.findings.error + totals.findings.warning, "findings"],
    [totals.fixable.safe, "with a safe rewrite"],
    [totals.changedFiles, "files changed"],
    [totals.pullRequests, "pull requests"],
    [totals.failed, "failed"],
    [totals.waiting + totals.toPublish, "still to do"],
  ];
  const body = [
    "<h1>sadpath batch</h1>",
    `<ul class="totals">${numbers.map(([amount, what]) => `<li><b>${amount}</b>${what}</li>`).join("")}</ul>`,
    failures(summary),
    mostFindings(summary),
    `<h2>All repositories</h2>`,
    table(
      ["Repository", "Status", "#Findings", "#Files", "#Lines", "Published"],
      summary.repositories.map((one) => [
        link(one),
        statusOf(one),
        String(one.findings),
        String(one.changedFiles),
        one.changedFiles === 0 ? "" : `+${one.added} -${one.removed}`,
        published(one),
      ]),
    ),
  ].filter((part) => part !== "");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>sadpath batch: ${count(totals.repositories, "repository").replace("repositorys", "repositories")}</title>
<style>${STYLE}</style>
</head>
<body>
${body.join("\n")}
<p>sadpath ${escape(summary.tool.version)}</p>
</body>
</html>
`;
}

function failures({ failures: groups }: BatchSummary): string {
  if (groups.length === 0) return "";
  const rows = groups.map(({ stage, reason, repositories }) => [
    String(repositories.length),
    escape(stage),
    escape(reason),
    escape(repositories.join(", ")),
  ]);
  return `<h2>Failures</h2>\n${table(["#Times", "Stage", "Reason", "Repositories"], rows)}`;
}

function mostFindings({ mostFindings: top }: BatchSummary): string {
  if (top.length === 0) return "";
  const rows = top.map(({ name, findings }) => [escape(name), String(findings)]);
  return `<h2>Most findings</h2>\n${table(["Repository", "#Findings"], rows)}`;
}

/** A head that begins with `#` is a column of numbers. The cells are HTML. */
function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const classes = heads.map((head) => (head.startsWith("#") ? ' class="n"' : ""));
  const head = heads.map((name, index) => `<th${classes[index]}>${name.replace(/^#/, "")}</th>`).join("");
  const body = rows.map(
    (row) => `<tr>${row.map((cell, index) => `<td${classes[index] ?? ""}>${cell}</td>`).join("")}</tr>`,
  );
  return `<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join("\n")}\n</tbody>\n</table>`;
}

function link({ name, folder, status }: RepositorySummary): string {
  return status === "waiting"
    ? escape(name)
    : `<a href="${escape(encodeURI(`${folder}/`))}">${escape(name)}</a>`;
}

function statusOf({ status, stage, reason, failedFiles }: RepositorySummary): string {
  if (status === "failed")
    return `<span class="failed">failed</span>: ${escape(stage ?? "")}: ${escape(reason ?? "")}`;
  return failedFiles === 0 ? status : `${status}; ${count(failedFiles, "file")} failed`;
}

function published({ branch, pullRequest }: RepositorySummary): string {
  if (pullRequest !== undefined && /^https?:\/\//.test(pullRequest))
    return `<a href="${escape(pullRequest)}">${escape(pullRequest.split("/").slice(-2).join(" "))}</a>`;
  return branch === undefined ? "" : escape(branch);
}

function escape(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return visible(text).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
