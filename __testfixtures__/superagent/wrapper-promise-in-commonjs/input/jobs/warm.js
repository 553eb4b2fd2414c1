const http = require('../lib/http');

exports.warm = (urls) => {
  urls.forEach((url) => {
    http.fetchJson(url).then((body) => console.log(url, body.version));
  });
};

exports.warmOne = (url, done) => {
  http.fetchJson(url).then((body) => done(null, body), done);
};
