const superagent = require('superagent');

module.exports = function (url, show) {
  superagent.get(url).timeout(3000).end((err, res) => {
    if (err && err.errno === 'ETIME') return show('too slow');
    if (err) return show('failed');
    show(res.text);
  });
};
