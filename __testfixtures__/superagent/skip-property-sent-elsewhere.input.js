const superagent = require('superagent');

function Upload(url) {
  this.req = superagent.post(url);
}

Upload.prototype.send = function (data, done) {
  this.req.send(data).end(done);
};

module.exports = Upload;
