var WebSocket = require('ws');

var ws = new WebSocket('wss://rms.metered.ca/v1?key=' + process.env.KEY);
ws.on('close', function (code) {
  console.log('closed', code);
});
