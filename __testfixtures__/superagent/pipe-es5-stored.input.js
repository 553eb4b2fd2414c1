var fs = require("fs");
var request = require("superagent");

module.exports = function fetchFile(url, path) {
    var stream = fs.createWriteStream(path);
    var req = request.get(url);

    console.log("downloading " + url);
    req.pipe(stream);
};
