const superagent = require('superagent');

class Portal {
  constructor(base) {
    this.base = base;
    this.agent = superagent.agent();
    this.agent.timeout(10000);
  }

  grades(term) {
    return this.agent.get(`${this.base}/grades`).query({ term }).then((res) => res.body);
  }
}

module.exports = Portal;
