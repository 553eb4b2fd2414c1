const createSession = require('./lib/session');

module.exports = async function scrape(url, cookie) {
  const session = createSession(cookie);
  try {
    const page = await session.get(url);
    return page.text.length;
  } catch (err) {
    const { status, code, message } = err;
    if (status === 401 || status === 403) {
      console.error(
        'agent.get was refused, the session may have expired:',
        { status, code, message },
      );
    } else {
      console.error('agent.get failed:', { status, code, message });
    }
    throw err;
  }
};
