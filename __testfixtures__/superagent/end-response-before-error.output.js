var request = require('superagent');

module.exports = function (url) {
    request
        .get(url)
        .end(function (err, res) {
            if (err) {
                console.error(
                    'superagent.get failed:',
                    err.status || err.code,
                    err.message
                );
                return;
            }
            var items = res.body.items;
            if (err) {
                console.log(err.message);
                return;
            }
            console.log(items.length);
        });
};
