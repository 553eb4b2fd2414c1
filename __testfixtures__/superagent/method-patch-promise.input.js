'use strict';

const agent = require('superagent');

exports.rename = function (id, name) {
  return agent.patch('/api/lists/' + id).send({ name }).then((res) => res.body);
};
