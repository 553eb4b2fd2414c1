var request = require('superagent');

function Store() {
  this.items = [];
}

Store.prototype.load = function (done) {
  var self = this;
  request.get('/items').end(function (err, res) {
    if (err) {
      return done(err);
    }
    self.items = res.body;
    done(null, self.items);
  });
};

module.exports = Store;
