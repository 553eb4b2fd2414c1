const superagent = require('superagent');

function refreshBadge(project) {
  superagent.get('/badges/' + project + '.svg').then((res) => {
    document.querySelector('#badge').innerHTML = res.text;
  }).catch((err) => {
    const { status, code, message } = err;
    console.error(
      'superagent.get or the code around it failed:',
      { status, code, message },
    );
  });
}

module.exports = refreshBadge;
