const superagent = require('superagent');

exports.check = (url) => {
  superagent
    .get(url)
    .then((res) => console.log(res.status))
    .catch((err) => {
      throw err;
    })
    .catch((err) => {
      const { status, code, message } = err;
      console.error(
        'superagent.get or the code around it failed:',
        { status, code, message },
      );
    });
};
