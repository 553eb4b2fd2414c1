const superagent = require('superagent');

describe('server', () => {
  it('answers', (done) => {
    superagent.get('http://localhost:3000/').end((err, res) => {
      console.log(res.status);
      done();
    });
  });
});
