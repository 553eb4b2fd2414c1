import { findRule } from "../../contracts/index.ts";
import type { Rule, Signal } from "../../model/contract.ts";
import { wrap } from "../../report/layout.ts";
import { createPalette, type Palette } from "../../report/palette.ts";
import { wantsColor, type Io } from "../io.ts";
import { checkRules } from "../names.ts";
import { ownRules } from "../ownRules.ts";

const MAX_WIDTH = 100;

/** `explain`: one rule, what fails, what users see, before and after, sources. */
export async function runExplain(id: string, flags: { readonly color: boolean }, io: Io): Promise<number> {
  const rule = ownRules.find((own) => own.id === id) ?? findRule(id);
  if (rule === undefined) checkRules([id], "explain");
  if (rule !== undefined)
    await io.out(explanation(rule, createPalette(wantsColor(io, flags.color)), widthOf(io)));
  return 0;
}

function widthOf(io: Io): number {
  return Math.min(MAX_WIDTH, io.isStdoutTerminal ? (io.columns ?? MAX_WIDTH) : MAX_WIDTH);
}

function explanation(rule: Rule, palette: Palette, width: number): string {
  const prose = (title: string, text: string): string => `${palette.bold(title)}\n${wrap(text, width, "  ")}`;
  const code = (title: string, text: string): string => `${palette.bold(title)}\n${indent(text)}`;
  const sources = rule.sources
    .map((source) => `  ${source.title}\n    ${palette.cyan(source.url)}`)
    .join("\n");
  const sections = [
    `${palette.bold(rule.id)}  ${rule.severity}  ${rule.functions.join(", ")}`.trimEnd(),
    wrap(rule.summary, width, ""),
    prose("In production", rule.inProduction),
    prose("What to do", rule.handling),
    code("Before", rule.before),
    code("After", rule.after),
    prose("When the rewrite is not safe", rule.notSafeWhen),
  ];
  if (rule.signals && rule.signals.length > 0)
    sections.push(`${palette.bold("Codes and events")}\n${signalLines(rule.signals, width)}`);
  if (rule.sources.length > 0) {
    sections.push(`${palette.bold("Sources")}\n${sources}`);
    sections.push(
      `${palette.bold("To keep a call as it is")}\n  // sadpath-ignore-next-line ${rule.id} -- the reason`,
    );
  }
  return `${sections.join("\n\n")}\n`;
}

/** One line for each code: what it means, whether a retry makes sense, what to do. */
function signalLines(signals: readonly Signal[], width: number): string {
  return signals
    .map(
      ({ kind, name, meaning, retry, reaction }) =>
        `  ${name} (${kind}, ${retry})\n${wrap(`${meaning}: ${reaction}`, width, "    ")}`,
    )
    .join("\n");
}

function indent(text: string): string {
  return text
    .trim()
    .split("\n")
    .map((line) => `  ${line}`.trimEnd())
    .join("\n");
}
