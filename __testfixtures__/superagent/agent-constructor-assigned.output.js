const superagent = require('superagent');

class Portal {
  constructor(base) {
    this.base = base;
    this.agent = superagent.agent();
    this.agent.timeout(10000);
  }

  grades(term) {
    return this.agent.get(`${this.base}/grades`).query({ term }).then((res) => res.body).catch((err) => {
      const { status, code, message } = err;
      if (status === 401 || status === 403) {
        console.error(
          'agent.get was refused, the session may have expired:',
          { status, code, message },
        );
      } else {
        console.error('agent.get or the code around it failed:', { status, code, message });
      }
      throw err;
    });
  }
}

module.exports = Portal;
