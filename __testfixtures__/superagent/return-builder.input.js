const superagent = require('superagent');

exports.fetchRepos = function (org) {
  return superagent.get('https://api.github.com/orgs/' + org + '/repos').set('User-Agent', 'repo-list');
};
