var fs = require("fs");
var superagent = require("superagent");

module.exports = function (url, path)
{
	var out = fs.createWriteStream(path);

	superagent
		.get(url)
		.set("User-Agent", "fetcher")
		.pipe(out);
};
