import { expect, test } from "vitest";
import { checkTemplate, fillTemplate, shortenBody, type TemplateValues } from "../../src/batch/template.ts";

const values: TemplateValues = {
  repository: "acme/a",
  branch: "b",
  packages: "pusher",
  findings: "2",
  files: "1",
  added: "7",
  removed: "1",
  report: "{{branch}} stays",
  version: "1.0.0",
};

test("placeholders are filled once: what a report holds is no template", () => {
  expect(fillTemplate("{{ repository }}: {{report}}", values)).toBe("acme/a: {{branch}} stays");
});

test("an unknown one is an error that names the others", () => {
  expect(() => checkTemplate("{{repo}}", "pr.title")).toThrow(
    /^pr\.title: there is no placeholder \{\{repo\}\}.*repository/,
  );
  expect(() => checkTemplate("{{repository}} {not one}", "x")).not.toThrow();
});

test("a body that GitHub would refuse is shortened at a line, its fence closed", () => {
  const body = shortenBody(`# x\n\`\`\`diff\n${"+line\n".repeat(20_000)}\`\`\`\n`);
  expect(body.length).toBeLessThan(65_536);
  expect(body.match(/^```/gm)).toHaveLength(2);
  expect(body).toMatch(/\+line\n```\n\n… shortened/);
});
