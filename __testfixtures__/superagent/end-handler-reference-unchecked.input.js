var request = require('superagent');

function show(err, res) {
  console.log(res.body.title);
}

module.exports = function (url) {
  request.get(url).end(show);
};
