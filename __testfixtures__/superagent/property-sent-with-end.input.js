const superagent = require('superagent');

class Search {
  start(q) {
    if (this.req) this.req.abort();
    this.req = superagent.get('/search').query({ q });
    this.req.end((err, res) => {
      this.show(res.body);
    });
  }
}

module.exports = Search;
