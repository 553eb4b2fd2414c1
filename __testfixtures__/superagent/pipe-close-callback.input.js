var fs = require('fs')
var request = require('superagent')

function download (url, file, callback) {
  var ws = fs.createWriteStream(file)
  request.get(url).pipe(ws)
  ws.on('close', function () {
    callback(null, file)
  })
}

module.exports = download
