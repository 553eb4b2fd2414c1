const superagent = require('superagent');

const api = (path) => superagent.get('https://api.example.com' + path);

exports.user = async (id) => {
  try {
    return (await api('/users/' + id)).body;
  } catch (err) {
    console.error('no user', id);
    return null;
  }
};

exports.team = (id, cb) => {
  api('/teams/' + id).end((err, res) => {
    if (err) return cb(err);
    cb(null, res.body);
  });
};
