const superagent = require('superagent');

// superagent.get('/users').then(show);
/* await superagent.post('/users').send({}); */
const example = "superagent.get('/users').pipe(dest)";

module.exports = { example, version: superagent.version };
