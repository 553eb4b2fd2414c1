import { url } from './url'
import { afterClose, noteGoingAway, refusalOf, sendFrame } from './metered-frames'

let socket
function connect() {
  socket = new WebSocket(url)
  socket.onmessage = (event) => {
    let frame
    try {
      frame = JSON.parse(event.data)
    } catch (err) {
      console.error('metered-realtime sent an unreadable frame:', String(err))
      return
    }
    const refusal = refusalOf(frame)
    if (refusal) console.error('metered-realtime refused:', refusal)
    noteGoingAway(frame)
    if (frame.type === 'presence') console.log(frame.joined)
  }
  socket.onclose = (event) => {
    console.log('closed')
    const next = afterClose(event.code)
    console.error('metered-realtime:', next.why)
    if (!next.stop) setTimeout(connect, Math.max(2000, next.waitMs))
  }
}
connect()

export function tell(data) {
  sendFrame(socket, { type: 'publish', channel: 'room-1', data }).catch((err) => {
    console.error('publish failed:', String(err))
  })
}
