/** A comment as the parser gives it: `value` without its delimiters, lines 1-based, offsets into the text without BOM. */
export interface CommentText {
  readonly start: number;
  readonly end: number;
  readonly value: string;
  readonly line: number;
  readonly endLine: number;
}

/**
 * A comment that asks not to be told of something.
 * `next-line`: what begins on the next line. `file`: the whole file. `nark`: the same line or the next.
 */
export interface Suppression {
  readonly kind: "next-line" | "file" | "nark";
  /** Rule ids; for `nark` only their last part, the postcondition id. Empty where the comment names none. */
  readonly rules: readonly string[];
  /** What stands after `--`. */
  readonly reason?: string;
  /** The lines on which a suppressed call or its statement may begin; empty for a file. */
  readonly targets: readonly number[];
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly endLine: number;
}

/** A rule of a suppression that suppressed nothing. */
export interface UnusedSuppression {
  readonly suppression: Suppression;
  /** Undefined where the comment names no rule at all. */
  readonly rule?: string;
  readonly message: string;
}

/** Where a finding stands: its own line, and that of the statement around it. */
export interface SuppressibleFinding {
  readonly rule: string;
  readonly line: number;
  readonly statementLine: number;
}

/** Rule ids by which an unused suppression is told from one that this run could not have used. */
export interface RuleIds {
  /** Those that this run looks for; with `--rule` the others are not unused. */
  readonly active: readonly string[];
  /** Every rule there is: a name that is none of them is a mistake, except in a comment for nark, which has others. */
  readonly known: readonly string[];
}

/** The rule id of an unused suppression. */
export const UNUSED_SUPPRESSION = "sadpath/unused-suppression";

const DIRECTIVE = /^(sadpath-ignore-next-line|sadpath-ignore-file|nark-ignore)(?![\w-])\s*:?\s*([\s\S]*)$/;

/** The suppressions among a file's comments, line, block and JSX comments alike. */
export function findSuppressions(comments: readonly CommentText[]): Suppression[] {
  const found = comments.flatMap((comment) => parseComment(comment) ?? []);
  const nextLines = new Map(
    found.filter(({ kind }) => kind === "next-line").map((suppression) => [suppression.line, suppression]),
  );
  return found.map((suppression) => ({ ...suppression, targets: targetsOf(suppression, nextLines) }));
}

/**
 * The suppression that covers a rule at a call; the line of its statement counts as well as its own,
 * since a comment stands above statements. The nearest wins, so that a file-wide one is used last.
 */
export function matchSuppression(
  suppressions: readonly Suppression[],
  rule: string,
  line: number,
  statementLine: number,
): Suppression | undefined {
  const matching = suppressions.filter(
    (suppression) => nameOf(suppression, rule) !== undefined && covers(suppression, line, statementLine),
  );
  return matching.find(({ kind }) => kind !== "file") ?? matching[0];
}

/** Decides for all findings of a file at once: which are suppressed, and which suppressions did nothing. */
export function applySuppressions(
  findings: readonly SuppressibleFinding[],
  suppressions: readonly Suppression[],
  rules: RuleIds,
): { suppressed: boolean[]; unused: UnusedSuppression[] } {
  const used = new Map<Suppression, Set<string>>();
  const suppressed = findings.map(({ rule, line, statementLine }) => {
    const match = matchSuppression(suppressions, rule, line, statementLine);
    if (match === undefined) return false;
    const names = used.get(match) ?? new Set<string>();
    used.set(match, names.add(nameOf(match, rule) ?? rule));
    return true;
  });
  return {
    suppressed,
    unused: suppressions.flatMap((one) => unusedNames(one, used.get(one) ?? new Set(), rules)),
  };
}

function unusedNames(
  suppression: Suppression,
  used: ReadonlySet<string>,
  { active, known }: RuleIds,
): UnusedSuppression[] {
  if (suppression.rules.length === 0) {
    return [
      {
        suppression,
        message: "This suppression names no rule, so it suppresses nothing; write the rule's id after it.",
      },
    ];
  }
  return suppression.rules.flatMap((name): UnusedSuppression[] => {
    const means = (rule: string): boolean => nameOf(suppression, rule) === name;
    if (used.has(name)) return [];
    if (active.some(means))
      return [{ suppression, rule: name, message: `This suppression of "${name}" suppresses nothing.` }];
    const isMistake = suppression.kind !== "nark" && !known.some(means);
    return isMistake
      ? [{ suppression, rule: name, message: `This suppression names "${name}", which is not a rule.` }]
      : [];
  });
}

function parseComment(comment: CommentText): Suppression | undefined {
  const text = comment.value
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*\*?\s?/, ""))
    .join("\n")
    .trim();
  const match = DIRECTIVE.exec(text);
  if (match === null) return undefined;
  const [rules = "", ...rest] = (match[2] ?? "").split(/(?:^|\s)--(?:\s|$)/);
  const reason = rest.join(" -- ").trim();
  return {
    kind: kindOf(match[1]),
    rules: rules.split(/[\s,]+/).filter((rule) => rule !== ""),
    ...(reason === "" ? {} : { reason }),
    targets: [],
    start: comment.start,
    end: comment.end,
    line: comment.line,
    endLine: comment.endLine,
  };
}

function kindOf(directive: string | undefined): Suppression["kind"] {
  if (directive === "nark-ignore") return "nark";
  return directive === "sadpath-ignore-file" ? "file" : "next-line";
}

/** "Next line" looks through further suppressions, so that two of them can stand above one call. */
function targetsOf(suppression: Suppression, nextLines: ReadonlyMap<number, Suppression>): number[] {
  if (suppression.kind === "file") return [];
  let line = suppression.endLine + 1;
  for (let next = nextLines.get(line); next !== undefined; next = nextLines.get(line))
    line = next.endLine + 1;
  return suppression.kind === "nark" ? [suppression.line, suppression.endLine, line] : [line];
}

function covers(suppression: Suppression, line: number, statementLine: number): boolean {
  if (suppression.kind === "file") return true;
  return suppression.targets.includes(line) || suppression.targets.includes(statementLine);
}

/** The word of the suppression that means this rule. */
function nameOf(suppression: Suppression, rule: string): string | undefined {
  if (suppression.kind !== "nark") return suppression.rules.find((name) => name === rule);
  return suppression.rules.find((name) => name === rule || rule.endsWith(`/${name}`));
}
