var WebSocket = require('ws');

var ws = new WebSocket('wss://rms.metered.ca/v1?key=' + process.env.KEY);
ws.on('error', function (err) {
  console.error('metered-realtime socket failed:', err.message.split('?')[0]);
});
ws.on('close', function (code) {
  console.log('closed', code);
});
