'use strict'

const { SignallingClient } = require('@metered-ca/realtime')

const client = new SignallingClient({ apiKey: 'pk_live_x' })
client.on('server-error', console.error)
client.on('disconnected', console.error)

exports.tell = function tell(data) {
  client.publish('room-1', data).catch(() => client.publish('room-1', data).catch(console.error))
}
