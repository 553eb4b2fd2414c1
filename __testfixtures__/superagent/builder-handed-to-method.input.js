const request = require('superagent');

class Api {
  get(url) {
    return this.send(request.get(url));
  }

  async send(req) {
    req.set('Accept', 'application/json');
    return (await req).body;
  }
}

module.exports = Api;
