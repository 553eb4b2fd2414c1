const superagent = require('superagent');

exports.fetchJson = (url) =>
  new Promise((resolve, reject) => {
    superagent.get(url).then((res) => resolve(res.body)).catch((err) => {
      const { status, code, message } = err;
      console.error(
        'superagent.get or the code around it failed:',
        { status, code, message },
      );
      reject(err);
    });
  });
