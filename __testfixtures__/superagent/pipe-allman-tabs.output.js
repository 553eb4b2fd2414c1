var fs = require("fs");
var superagent = require("superagent");

module.exports = function (url, path)
{
	var out = fs.createWriteStream(path);

	new Promise(function (resolve, reject) {
		var request = superagent
			.get(url)
			.set("User-Agent", "fetcher");
		var fail = function (err) {
			reject(err);
			request.abort();
			out.destroy(err);
		};
		request.on("error", fail);
		request.on("response", function (res) {
			res.on("error", fail);
			if (!res.ok) fail(new Error("HTTP " + res.status));
		});
		out.on("error", fail);
		out.on("finish", resolve);
		out.on("close", function () { fail(new Error("closed early")); });
		out.on("end", function () {
			if (!out.writableEnded) fail(new Error("truncated body"));
		});
		request.pipe(out);
	}).catch(function (err) {
		console.error("superagent.get failed:", err.message);
	});
};
