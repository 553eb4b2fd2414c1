const request = require('superagent');

class Loader {
  load(url) {
    request.get(url).end(this.onLoaded.bind(this));
  }

  onLoaded(err, res) {
    this.data = res.body;
  }
}

module.exports = Loader;
