import { serveJobs } from "../../batch/jobServer.ts";
import { repoOptions } from "./repoOptions.ts";

/** The module that `sadpath batch` and `sadpath worker` start as a child process: see src/batch/jobProcess.ts. */
serveJobs(repoOptions);
