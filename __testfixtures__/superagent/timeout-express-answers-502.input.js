const router = require('express').Router();
const superagent = require('superagent');

router.get('/stock/:id', async (req, res) => {
  try {
    const { body } = await superagent.get(`http://stock/${req.params.id}`).timeout(1500);
    res.json(body);
  } catch (err) {
    console.error('stock:', err.message);
    res.status(502).json({ error: 'stock is not available' });
  }
});

module.exports = router;
