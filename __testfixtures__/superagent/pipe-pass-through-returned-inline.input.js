const { PassThrough } = require('stream')
const superagent = require('superagent')

module.exports = function createReadStream (url) {
  return superagent.get(url).pipe(new PassThrough())
}
