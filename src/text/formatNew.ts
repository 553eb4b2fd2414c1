import { prettierOptions } from "./prettier.ts";

/** A file that is written anew, as the project's Prettier config has it; without a config it stays as it is. */
export async function formatNew(text: string, file: string, root: string): Promise<string> {
  try {
    const options = await prettierOptions(file, root);
    if (!options) return text;
    const prettier = await import("prettier");
    return await prettier.format(text, { endOfLine: "auto", ...options });
  } catch {
    // A config that Prettier itself refuses.
    return text;
  }
}
