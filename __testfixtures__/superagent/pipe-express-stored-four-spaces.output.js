var request = require('superagent');

module.exports = function (req, res) {
    var upstream = request.get(req.query.url);
    upstream.set('Accept', req.headers.accept || '*/*');
    upstream.query({ size: 'large' });
    var fail = function (err) {
        upstream.abort();
        if (res.destroyed || res.writableEnded) return;
        console.error('superagent.get failed:', err.message);
        if (res.headersSent) res.destroy(err);
        else res.status(502).end();
    };
    upstream.on('error', fail);
    upstream.on('response', function (response) {
        response.on('error', fail);
        if (!response.ok) fail(new Error('HTTP ' + response.status));
    });
    res.on('error', fail);
    res.on('end', function () { fail(new Error('truncated body')); });
    res.on('close', function () { upstream.abort(); });
    upstream.pipe(res);
};
