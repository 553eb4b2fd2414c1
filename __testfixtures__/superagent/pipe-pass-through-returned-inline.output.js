const { PassThrough } = require('stream')
const superagent = require('superagent')

module.exports = function createReadStream (url) {
  const body = new PassThrough()
  new Promise((resolve, reject) => {
    const request = superagent.get(url)
    const fail = (err) => {
      reject(err)
      request.abort()
      body.destroy(err)
    }
    request.on('error', fail)
    request.on('response', (res) => {
      res.on('error', fail)
      if (!res.ok) fail(new Error(`HTTP ${res.status}`))
    })
    body.on('error', (err) => {
      body.destroy()
      fail(err)
    })
    body.on('finish', resolve)
    body.on('close', () => fail(new Error('closed early')))
    body.on('end', () => {
      if (!body.writableEnded) fail(new Error('truncated body'))
    })
    request.pipe(body)
  }).catch((err) => {
    console.error('superagent.get failed:', err.message)
  })
  return body
}
