import { Client } from '@seuraa/edge'

const edge = new Client({ appKey: 'pk', auth: '/api/edge/token' })
const metrics = edge.channel('public:metrics')

metrics.subscribe('cpu', ({ data }) => render(data))
metrics.subscribe('mem', ({ data }) => render(data))

function render(data) {
  document.querySelector('#out').textContent = JSON.stringify(data)
}

document.querySelector('#reset').addEventListener('click', async () => {
  try {
    await metrics.publish('reset', { at: Date.now() })
    toast('Reset done')
  } catch (e) {
    toast('Reset failed')
  }
})

document.querySelector('#ping').addEventListener('click', () => {
  metrics.publish('ping', {}).catch(console.error)
})
