var request = require('superagent');

module.exports = function (req, res) {
    var upstream = request.get(req.query.url);
    upstream.set('Accept', req.headers.accept || '*/*');
    upstream.query({ size: 'large' });
    upstream.pipe(res);
};
