const express = require('express')
const { Client: EdgeClient } = require('@seuraa/edge/backend')

const edge = new EdgeClient({ appKey: process.env.K, appSecret: process.env.S })
const app = express()
app.use(express.json())

app.post('/orders/:id/ship', async (req, res) => {
  const order = await ship(req.params.id)
  await edge.channels.publish(`private:user-${order.userId}`, 'order.shipped', order)
  res.json(order)
})

app.post('/logout', (req, res) => {
  edge.auth.revoke(req.body.tokenId, { ttlSeconds: 3600 })
  res.sendStatus(204)
})

app.post('/logout2', async (req, res) => {
  try {
    await edge.auth.revoke(req.body.tokenId, { ttlSeconds: 3600 })
  } catch (e) {}
  res.sendStatus(204)
})

app.get('/who', (req, res) => {
  edge.channels.presence('presence:lobby').then((p) => res.json(p))
})

async function ship(id) {
  return { id, userId: 1 }
}

app.listen(3000)
