import { url } from './url'

let socket
function connect() {
  socket = new WebSocket(url)
  socket.onmessage = (event) => {
    const frame = JSON.parse(event.data)
    if (frame.type === 'presence') console.log(frame.joined)
  }
  socket.onclose = () => {
    console.log('closed')
    setTimeout(connect, 2000)
  }
}
connect()

export function tell(data) {
  socket.send(JSON.stringify({ type: 'publish', channel: 'room-1', data }))
}
