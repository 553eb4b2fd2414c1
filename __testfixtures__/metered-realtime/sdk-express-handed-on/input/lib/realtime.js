const { SignallingClient } = require('@metered-ca/realtime')
const WebSocket = require('ws')
const debug = require('debug')('realtime')

let client = null

async function getClient () {
  if (client) return client
  client = new SignallingClient({
    apiKey: process.env.METERED_API_KEY,
    webSocketFactory: (url) => new WebSocket(url)
  })
  client.on('disconnected', ({ code }) => debug('disconnected %d', code))
  await client.connect()
  return client
}

module.exports = { getClient }
