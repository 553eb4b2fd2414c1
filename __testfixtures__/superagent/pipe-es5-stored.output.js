var fs = require("fs");
var request = require("superagent");

module.exports = function fetchFile(url, path) {
    var stream = fs.createWriteStream(path);
    var req = request.get(url);

    console.log("downloading " + url);
    new Promise(function (resolve, reject) {
        var fail = function (err) {
            reject(err);
            req.abort();
            stream.destroy(err);
        };
        req.on("error", fail);
        req.on("response", function (res) {
            res.on("error", fail);
            if (!res.ok) fail(new Error("HTTP " + res.status));
        });
        stream.on("error", fail);
        stream.on("finish", resolve);
        stream.on("close", function () { fail(new Error("closed early")); });
        stream.on("end", function () {
            if (!stream.writableEnded) fail(new Error("truncated body"));
        });
        req.pipe(stream);
    }).catch(function (err) {
        console.error("superagent.get failed:", err.message);
    });
};
