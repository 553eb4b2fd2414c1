// The layers of the house (CONTRIBUTING.md names the rooms). Each rule's comment says what to do instead.

/** room → the rooms it may import, and what to do when you want another one */
const ROOMS = {
  model: [[], "model holds types only. Move what you need into model, or the code that needs it up a layer."],
  contracts: [["model"], "Contracts are data. Put code that acts on them into detect or rewrite."],
  text: [
    ["model"],
    "text knows characters, not syntax. Pass it offsets; put what needs a tree into syntax or rewrite.",
  ],
  syntax: [
    ["text", "model"],
    "syntax knows one file and no contract. Put what follows names across files into resolve.",
  ],
  resolve: [
    ["syntax", "contracts", "text", "model"],
    "resolve asks for files through its host interface. Let project implement it, and pipeline hand it in.",
  ],
  project: [
    ["resolve", "syntax", "contracts", "text", "model"],
    "project knows the tree, not what to do with it. Call detect, rewrite and verify from pipeline.",
  ],
  detect: [
    ["resolve", "syntax", "contracts", "text", "model"],
    "detect only finds. Let pipeline pass in what it needs of the project; put edits into rewrite.",
  ],
  rewrite: [
    ["detect", "resolve", "syntax", "contracts", "text", "model"],
    "rewrite takes findings and gives edit plans. Let pipeline pass in the rest, and write the files.",
  ],
  verify: [
    ["detect", "resolve", "syntax", "contracts", "text", "model"],
    "A gate judges a finished text by itself, so it must not share code with what made it. Ask detect again instead.",
  ],
  transform: [
    ["rewrite", "verify", "detect", "resolve", "syntax", "contracts", "text", "model"],
    "transform is the pipeline of one file without its project. What needs other files belongs to pipeline.",
  ],
  report: [
    ["contracts", "text", "model"],
    "A report is a pure function of RunResult. Put what it lacks into RunResult, in pipeline.",
  ],
  pipeline: [
    ["project", "detect", "rewrite", "verify", "resolve", "syntax", "contracts", "text", "model"],
    "pipeline returns a RunResult and prints nothing. Let cli hand it options and take the result to report.",
  ],
  github: [
    ["model"],
    "github speaks GitHub's API, and knows no run. Let cli or batch hand it texts and numbers.",
  ],
  batch: [
    ["github", "pipeline", "project", "report", "contracts", "text", "model"],
    "batch runs many pipelines. Go through pipeline for what happens inside one repository.",
  ],
  cli: [
    ["batch", "github", "pipeline", "report", "project", "contracts", "text", "model"],
    "cli reads options and sets exit codes. Go through pipeline for what happens to a file.",
  ],
};

/** packages → the folders that may import them, and what to do elsewhere */
const PACKAGES = {
  "ts-morph": [
    "ts-morph",
    "src/(project|verify)",
    "Ask resolve, whose name tracer needs no ts-morph, or else project: ts-morph is slow to load.",
  ],
  parser: [
    "(jscodeshift|@babel/parser|recast|ast-types)",
    "(src/(syntax|detect|rewrite)|transforms)",
    "Parse and walk through src/syntax, and pass on plain values (offsets, names).",
  ],
  commander: ["commander", "src/cli", "Take an options object; only cli knows flags."],
  octokit: [
    "(octokit|@octokit)",
    "src/github",
    "Call github; the package is optional, and loaded only there.",
  ],
  bullmq: [
    "(bullmq|ioredis)",
    "src/batch",
    "Go through batch; the packages are optional, and loaded only there.",
  ],
  prettier: ["prettier", "src/text", "Call text: it formats only where the original was clean."],
};

const layerRules = Object.entries(ROOMS).map(([room, [allowed, comment]]) => ({
  name: `layer-${room}`,
  severity: "error",
  comment,
  from: { path: `^src/${room}/` },
  to: { path: "^(src|bin|transforms|test|bench)/", pathNot: `^src/(${[room, ...allowed].join("|")})/` },
}));

const packageRules = Object.entries(PACKAGES).map(([name, [packages, home, comment]]) => ({
  name: `only-in-its-room-${name}`,
  severity: "error",
  comment,
  from: { path: "^(src|bin|transforms)/", pathNot: `^${home}/` },
  to: { path: `node_modules/(@types/)?${packages}/` },
}));

module.exports = {
  forbidden: [
    ...layerRules,
    ...packageRules,
    {
      name: "layer-bin",
      severity: "error",
      comment: "bin hands argv to cli and sets the exit code. Put everything else into cli.",
      from: { path: "^bin/" },
      to: { pathNot: "^src/cli/" },
    },
    {
      name: "layer-transforms",
      severity: "error",
      comment:
        "A transform wires detect and rewrite for one file. Put logic there, and what needs a tree into pipeline.",
      from: { path: "^transforms/" },
      to: {
        path: "^(src|bin|test|bench)/",
        pathNot: "^src/(transform|detect|rewrite|resolve|syntax|verify|contracts|text|model)/",
      },
    },
    {
      name: "transforms-never-reach-ts-morph",
      severity: "error",
      comment:
        "jscodeshift's runner sends CommonJS through Babel, which crashes on ts-morph. Keep the part that needs it " +
        "in a file of its own, and import that from project or pipeline only.",
      from: { path: "^transforms/" },
      to: { path: "node_modules/(ts-morph|@ts-morph|typescript)/", reachable: true },
    },
    {
      name: "no-cycles",
      severity: "error",
      comment: "Move what both files need into a third one below them, types into model.",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-orphans",
      severity: "error",
      comment: "Nothing imports this file: import it where it belongs, or delete it.",
      from: { orphan: true, path: "^(src|transforms)/" },
      to: {},
    },
    {
      name: "no-unresolvable",
      severity: "error",
      comment: "This import leads nowhere: correct the path, or add the package to package.json.",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "no-dev-dependency-in-the-product",
      severity: "error",
      comment:
        "Users do not get devDependencies: move the package to dependencies, or import only its types.",
      from: { path: "^(src|bin|transforms)/" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only", "npm-optional", "npm-peer"] },
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(dist|transforms/[^/]+\\.js$|src/report/html/page/)" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
    },
  },
};
