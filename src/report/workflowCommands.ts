/**
 * GitHub's runner obeys lines of a log that begin with `::`, blanks before it or not, and `##[` anywhere.
 * Text of the target must not be able to form one: the colon, or the bracket, is written out.
 */
export function withoutWorkflowCommands(text: string): string {
  return text.replace(/^(\s*):(?=:)/gm, "$1\\u{3a}").replaceAll("##[", "##\\u{5b}");
}
