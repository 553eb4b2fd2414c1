const superagent = require('superagent');

module.exports = function (req, res, next) {
  const request = superagent.get(req.query.url);
  let failed = false;
  const fail = (err) => {
    request.abort();
    if (failed) return;
    failed = true;
    next(err);
  };
  request.on('error', fail);
  request.on('response', (response) => {
    response.on('error', fail);
    if (!response.ok) fail(new Error(`HTTP ${response.status}`));
  });
  res.on('error', fail);
  res.on('end', () => fail(new Error('truncated body')));
  res.on('close', () => request.abort());
  request.pipe(res);
};
