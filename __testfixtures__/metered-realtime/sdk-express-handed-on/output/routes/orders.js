const express = require('express')
const { getClient } = require('../lib/realtime')
const router = express.Router()

router.post('/', async (req, res, next) => {
  const order = { id: Date.now(), items: req.body.items }
  try {
    const rt = await getClient()
    await rt.publish('orders', order)
  } catch (err) {
    const { name, message } = err
    console.error('getClient or client.publish failed:', { name, message })
    return next(err)
  }
  res.status(201).json(order)
})

router.delete('/:id', (req, res, next) => {
  getClient()
    .then((rt) => rt.publish('orders', { id: req.params.id, deleted: true }))
    .then(() => res.status(204).end())
    .catch(next)
})

module.exports = router
