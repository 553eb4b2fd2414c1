const superagent = require('superagent');

exports.warmUp = function (url) {
  superagent.get(url).then(function () { console.log('warm'); }).catch((err) => {
    const { status, code, message } = err;
    console.error('superagent.get failed:', { status, code, message });
  });
};
