const superagent = require('superagent')

module.exports = function (url, dest, names) {
  superagent.get(url).pipe(dest)
  ;[1, 2].forEach((n) => names.push(n))
}
