const request = require('superagent');

class Loader {
  load(url) {
    request.get(url).end(this.onLoaded.bind(this));
  }

  onLoaded(err, res) {
    if (err) {
      this.failed = true;
      return;
    }
    this.data = res.body;
  }
}

module.exports = Loader;
