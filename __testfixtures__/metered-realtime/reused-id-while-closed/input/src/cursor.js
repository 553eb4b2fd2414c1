import { wsUrl } from './env.js'

let ws = null
let retry = 0

export const open = (token) => {
  ws = new WebSocket(wsUrl({ token }))
  ws.onopen = () => (retry = 0)
  ws.onmessage = ({ data }) => handle(JSON.parse(data))
  ws.onclose = ({ code, reason }) => {
    if (reason === 'token expired') return refresh().then(open)
    setTimeout(() => open(token), 1000 * ++retry)
  }
}

const handlers = {
  message: (f) => render(f.channel, f.data),
  presence: (f) => roster(f.joined, f.left)
}

function handle (frame) {
  handlers[frame.type]?.(frame)
}

document.addEventListener('mousemove', throttle((e) => {
  ws.send(JSON.stringify({ type: 'publish', channel: 'cursors', data: [e.x, e.y], requestId: 'cursor' }))
}))

async function refresh () {
  const res = await fetch('/rt-token')
  return (await res.json()).token
}
