const superagent = require('superagent');

module.exports = (url, set) => superagent.get(url).end((err, res) => set(res.body));
