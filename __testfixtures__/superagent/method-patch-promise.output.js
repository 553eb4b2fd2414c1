'use strict';

const agent = require('superagent');

exports.rename = function (id, name) {
  return agent.patch('/api/lists/' + id).send({ name }).then((res) => res.body).catch((err) => {
    const { status, code, message } = err;
    console.error(
      'superagent.patch or the code around it failed:',
      { status, code, message },
    );
    throw err;
  });
};
