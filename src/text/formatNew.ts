/** Formats a file that is written anew, with single quotes; its name says the language. */
export async function formatNew(text: string, file: string): Promise<string> {
  const prettier = await import("prettier");
  return prettier.format(text, { filepath: file, singleQuote: true });
}
