const WebSocket = require('ws')
const { isWelcome } = require('./metered-frames')

const socket = new WebSocket('wss://rms.metered.ca/v1?key=pk_live_x')
socket.on('error', console.error)
socket.on('close', (code) => console.log(code))
socket.on('message', (raw) => {
  if (!isWelcome(raw)) return
  start();
})

function start() {
  console.log('ready')
}
