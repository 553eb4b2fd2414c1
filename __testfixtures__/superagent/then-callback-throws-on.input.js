const superagent = require('superagent');

exports.check = (url) => {
  superagent
    .get(url)
    .then((res) => console.log(res.status))
    .catch((err) => {
      throw err;
    });
};
