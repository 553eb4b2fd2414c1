const superagent = require('superagent');

const binary = (res, cb) => {
  const chunks = [];
  res.on('data', (chunk) => chunks.push(chunk));
  res.on('end', () => cb(null, Buffer.concat(chunks)));
};

module.exports = (url, show) => {
  superagent.get(url).buffer(true).parse(binary).end((err, res) => {
    if (err) {
      if (err.code === 'ETOOLARGE') {
        console.error(
          'superagent.get was cut off, the response is larger than allowed:',
          err.message,
        );
      }
      show('no file');
      return;
    }
    show(res.body.length);
  });
};
