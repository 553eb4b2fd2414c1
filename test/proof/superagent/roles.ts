/** What a parameter of a fixture's function is, by its name: the convention of the pipe fixtures. */
export type Role =
  "url" | "dest" | "file" | "req" | "res" | "next" | "reply" | "callback" | "options" | "text";

const patterns: readonly (readonly [Role, RegExp])[] = [
  ["url", /^(?:url|uri|href|\w+Url)$/],
  ["dest", /^(?:dest|destination|out|output|stream|writable|sink|target|ws)$/],
  ["file", /^(?:file|path|filename|filePath|\w+(?:File|Path))$/],
  ["req", /^_?(?:req|request)$/],
  ["res", /^(?:res|response)$/],
  ["next", /^next$/],
  ["reply", /^reply$/],
  ["callback", /^(?:callback|cb|done)$/],
  ["options", /^(?:options|opts)$/],
  ["text", /^(?:id|name|key|token|version|\w+Id|\w+Name)$/],
];

/** The role of a parameter, or nothing if its name says none. */
export const roleOf = (name: string): Role | undefined =>
  patterns.find(([, pattern]) => pattern.test(name))?.[0];
