const superagent = require('superagent');

module.exports = function createSession(cookie) {
  const session = superagent.agent();
  session.set('Cookie', cookie);
  return session;
};
