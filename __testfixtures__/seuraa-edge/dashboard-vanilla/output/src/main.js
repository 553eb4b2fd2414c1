import { Client } from '@seuraa/edge'
import { edgeRefusal } from './seuraa-errors'

const edge = new Client({ appKey: 'pk', auth: '/api/edge/token' })
const metrics = edge.channel('public:metrics')
metrics.onRawEvent((event) => {
  const refusal = edgeRefusal(event)
  if (refusal) console.error('seuraa-edge refused:', refusal)
})
metrics.onStatus(({ status }) => {
  if (status === 'error' || status === 'retrying') console.error('seuraa-edge connection:', status)
})

metrics.subscribe('cpu', ({ data }) => render(data))
metrics.subscribe('mem', ({ data }) => render(data))

function render(data) {
  document.querySelector('#out').textContent = JSON.stringify(data)
}

document.querySelector('#reset').addEventListener('click', async () => {
  try {
    if (!metrics.publish('reset', { at: Date.now() }).sent) {
      throw new Error('reset was not sent, the socket is away')
    }
    toast('Reset done')
  } catch (e) {
    toast('Reset failed')
  }
})

document.querySelector('#ping').addEventListener('click', () => {
  if (!metrics.publish('ping', {}).sent) {
    console.error('ping was not sent, the socket is away')
  }
})
