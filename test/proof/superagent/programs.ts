/** Programs for the harness's own test: each with one flaw, but for `finished`, which has none. */
export const programs = {
  bare: `
    const superagent = require("superagent");
    module.exports = (url, dest) => void superagent.get(url).pipe(dest);`,
  // the two listeners that superagent's documentation suggests
  seed: `
    const superagent = require("superagent");
    module.exports = (url, dest) => {
      const req = superagent.get(url).timeout({ response: 5000, deadline: 60000 });
      req.on("error", (err) => console.error(err.message));
      dest.on("error", (err) => console.error(err.message));
      req.pipe(dest);
    };`,
  // also listens to the response, so that a deadline in the middle of a body is told twice
  twice: `
    const superagent = require("superagent");
    module.exports = (url, dest) => {
      const req = superagent.get(url).timeout({ response: 5000, deadline: 60000 });
      const log = (err) => console.error(err.message);
      req.on("error", log).on("response", (res) => res.on("error", log));
      req.pipe(dest);
    };`,
  early: `
    const superagent = require("superagent");
    module.exports = async (url, dest) => { await superagent.get(url).pipe(dest); };`,
  alarmist: `
    const superagent = require("superagent");
    module.exports = (url, dest) => {
      dest.on("close", () => console.error("closed early"));
      superagent.get(url).pipe(dest);
    };`,
  talkative: `
    const superagent = require("superagent");
    module.exports = (url, dest) => {
      const req = superagent.get(url);
      req.on("response", (res) => {
        if (res.ok) return;
        console.error("GET " + url + " failed");
        req.abort();
        dest.destroy();
      });
      req.pipe(dest);
    };`,
  // the measured recipe C1, with timeouts
  finished: `
    const superagent = require("superagent");
    const { finished } = require("node:stream");
    module.exports = (url, dest) => {
      const req = superagent.get(url).timeout({ response: 5000, deadline: 60000 });
      const fail = (err) => { req.abort(); dest.destroy(err); };
      req.on("error", fail);
      req.on("response", (res) => {
        res.on("error", fail);
        if (!res.ok) fail(new Error("HTTP " + res.status));
      });
      dest.on("end", () => { if (!dest.writableEnded) fail(new Error("truncated body")); });
      finished(dest, (err) => {
        if (err) { fail(); console.error("download failed:", err.message); }
      });
      req.pipe(dest);
    };`,
  bareHandler: `
    const superagent = require("superagent");
    module.exports = (req, res) => void superagent.get(req.query.url).pipe(res);`,
  // ends the answer where it should cut it
  endingHandler: `
    const superagent = require("superagent");
    module.exports = (req, res) => {
      const upstream = superagent.get(req.query.url);
      const fail = (err) => { console.error(err.message); res.end(); };
      upstream.on("error", fail).on("response", (r) => r.on("error", fail));
      upstream.pipe(res);
    };`,
  // express 4 does not look at the promise
  lostHandler: `
    const superagent = require("superagent");
    module.exports = async (req, res) => {
      const { text } = await superagent.get(req.query.url);
      res.send(text);
    };`,
} as const;
