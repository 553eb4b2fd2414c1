var request = require('superagent');

function Timeline(el) {
    this.el = el;
    this.items = [];
}

Timeline.prototype.load = function () {
    var self = this;
    request.get('/timeline.json').end(function (err, res) {
        if (err) {
            console.error(
                'superagent.get failed:',
                err.status || err.code,
                err.message
            );
            return;
        }
        self.items = res.body;
        self.draw();
    });
};

Timeline.prototype.draw = function () {
    this.el.textContent = this.items.length;
};

module.exports = Timeline;
