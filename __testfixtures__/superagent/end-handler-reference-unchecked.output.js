var request = require('superagent');

function show(err, res) {
  if (err) {
    console.error(
      'superagent.get failed:',
      err.status || err.code,
      err.message
    );
    return;
  }
  console.log(res.body.title);
}

module.exports = function (url) {
  request.get(url).end(show);
};
