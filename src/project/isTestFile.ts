const TEST_FOLDERS = new Set([
  "__tests__",
  "__test__",
  "__mocks__",
  "test",
  "tests",
  "e2e",
  "cypress",
  "integration_tests",
  "integration-tests",
  "mockApis",
  "wiremock",
]);
const TEST_NAME =
  /(?:^|\/)(?:test|tests|spec|specs)(?:[.]skip)?[.](?:[cm]?[jt]s|[jt]sx)$|[.](?:test|tests|spec|specs|e2e|e2e-spec|cy|jest|stories|story)\.(?:[cm]?[jt]s|[jt]sx)$/;

/**
 * True when a path (relative, forward slashes) names a test, a mock or a story. Findings are not looked for there
 * unless the user names the file or folder.
 */
export function isTestFile(relativePath: string): boolean {
  if (TEST_NAME.test(relativePath)) return true;
  const segments = relativePath.split("/");
  segments.pop();
  return segments.some((segment) => TEST_FOLDERS.has(segment));
}
