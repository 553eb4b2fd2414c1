const http = require('../lib/http');

exports.warm = (urls) => {
  urls.forEach((url) => {
    http.fetchJson(url).then((body) => console.log(url, body.version)).catch((err) => {
      const { status, code, message } = err;
      console.error(
        'http.fetchJson or the code around it failed:',
        { status, code, message },
      );
    });
  });
};

exports.warmOne = (url, done) => {
  http.fetchJson(url).then((body) => done(null, body), done);
};
