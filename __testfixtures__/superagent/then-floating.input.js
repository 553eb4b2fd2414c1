const superagent = require('superagent');

function refreshBadge(project) {
  superagent.get('/badges/' + project + '.svg').then((res) => {
    document.querySelector('#badge').innerHTML = res.text;
  });
}

module.exports = refreshBadge;
