const superagent = require('superagent');

class Session {
  constructor() {
    this.agent = superagent.agent();
  }

  async profile(url, signIn) {
    try {
      return (await this.agent.get(url)).body;
    } catch (err) {
      switch (err.status) {
        case 401:
        case 403:
          await signIn();
          return null;
        default:
          console.error('no profile:', err.message);
          return null;
      }
    }
  }
}

module.exports = Session;
