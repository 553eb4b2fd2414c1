const LARGEST = 2_000_000;
const LONGEST_LINE = 500_000;
const BUILD_FOLDER =
  /(?:^|\/)(?:dist|build|out|\.next|\.nuxt|\.output|\.vercel|\.netlify|\.serverless|storybook-static)\//;
const COMPILED = ["sourceMappingURL=", '"__esModule"', "__webpack_require__"];

/** Why a source file that mentions a package is left out all the same; null when it is not. */
export function looksGenerated(relativePath: string, bytes: Buffer): string | null {
  if (bytes.length > LARGEST) return "larger than 2 MB";
  if (bytes.length > LONGEST_LINE && hasLineLongerThan(bytes, LONGEST_LINE)) return "a bundle in one line";
  if (BUILD_FOLDER.test(relativePath) && COMPILED.some((mark) => bytes.includes(mark))) return "build output";
  return null;
}

function hasLineLongerThan(bytes: Buffer, limit: number): boolean {
  let start = 0;
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
    if (end - start > limit) return true;
    start = end + 1;
  }
  return bytes.length - start > limit;
}
