const createSession = require('./lib/session');

module.exports = async function scrape(url, cookie) {
  const session = createSession(cookie);
  const page = await session.get(url);
  return page.text.length;
};
