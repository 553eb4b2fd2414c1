const superagent = require('superagent');

exports.fetchRepos = function (org) {
  return superagent.get('https://api.github.com/orgs/' + org + '/repos').set('User-Agent', 'repo-list').catch((err) => {
    const { status, code, message } = err;
    console.error('superagent.get failed:', { status, code, message });
    throw err;
  });
};
