var request = require('superagent');

module.exports = function (url) {
    request
        .get(url)
        .end(function (err, res) {
            var items = res.body.items;
            if (err) {
                console.log(err.message);
                return;
            }
            console.log(items.length);
        });
};
