const request = require('superagent');

module.exports = {
  fetchJson(url) {
    return request
      .get(url)
      .set('User-Agent', 'warmer/1.0')
      .then((res) => res.body);
  },
};
