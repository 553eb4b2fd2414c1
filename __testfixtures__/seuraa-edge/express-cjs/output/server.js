const express = require('express')
const { Client: EdgeClient } = require('@seuraa/edge/backend')
const { edgeHttpStatus } = require('./seuraa-errors')

const edge = new EdgeClient({ appKey: process.env.K, appSecret: process.env.S })
const app = express()
app.use(express.json())

app.post('/orders/:id/ship', async (req, res, next) => {
  const order = await ship(req.params.id)
  try {
    await edge.channels.publish(`private:user-${order.userId}`, 'order.shipped', order)
  } catch (e) {
    console.error('edge.channels.publish failed:', edgeHttpStatus(e) ?? String(e))
    return next(e)
  }
  res.json(order)
})

app.post('/logout', (req, res) => {
  edge.auth.revoke(req.body.tokenId, { ttlSeconds: 3600 }).catch((e) => {
    console.error('edge.auth.revoke failed, the token still works:', edgeHttpStatus(e) ?? String(e))
  })
  res.sendStatus(204)
})

app.post('/logout2', async (req, res) => {
  try {
    await edge.auth.revoke(req.body.tokenId, { ttlSeconds: 3600 })
  } catch (e) {
    console.error('edge.auth.revoke failed, the token still works:', edgeHttpStatus(e) ?? String(e))
    res.status(503).json({ error: 'the token could not be revoked' })
    return
  }
  res.sendStatus(204)
})

app.get('/who', (req, res, next) => {
  edge.channels.presence('presence:lobby').then((p) => res.json(p)).catch((e) => {
    console.error(
      'edge.channels.presence or the code around it failed:',
      edgeHttpStatus(e) ?? String(e),
    )
    next(e)
  })
})

async function ship(id) {
  return { id, userId: 1 }
}

app.listen(3000)
