const request = require('superagent');

class Loader {
  load(url) {
    request.get(url).end(this.onLoaded.bind(this));
  }

  onLoaded(err, res) {
    if (err) {
      const { status, code, message } = err;
      console.error('superagent.get failed:', { status, code, message });
      return;
    }
    this.data = res.body;
  }
}

module.exports = Loader;
