const { SignallingClient } = require('@metered-ca/realtime')
const WebSocket = require('ws')
const debug = require('debug')('realtime')

let client = null

async function getClient () {
  if (client) return client
  if (!process.env.METERED_API_KEY) throw new Error('METERED_API_KEY is not set')
  client = new SignallingClient({
    apiKey: process.env.METERED_API_KEY,
    webSocketFactory: (url) => new WebSocket(url)
  })
  client.on('server-error', ({ code, message }) => {
    console.error('metered-realtime refused:', code, message)
  })
  client.on('disconnected', ({ code }) => debug('disconnected %d', code))
  try {
    await client.connect()
  } catch (err) {
    const { name, message } = err
    console.error('client.connect failed:', { name, message })
    throw err
  }
  return client
}

module.exports = { getClient }
