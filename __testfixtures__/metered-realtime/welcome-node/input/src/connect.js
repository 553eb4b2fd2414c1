const WebSocket = require('ws')

const socket = new WebSocket('wss://rms.metered.ca/v1?key=pk_live_x')
socket.on('error', console.error)
socket.on('close', (code) => console.log(code))
socket.once('open', () => { start(); })

function start() {
  console.log('ready')
}
