const express = require('express');
const edge = require('./edge');
const db = require('./db');

const router = express.Router();

router.post('/orders', async (req, res) => {
	const order = await db.orders.insert(req.body);
	await edge.channels.publish(`private:user-${order.userId}`, 'order.created', order);
	res.status(201).json(order);
});

router.post('/logout', (req, res) => {
	edge.auth.revoke(req.session.tokenId, { ttlSeconds: 3600 });
	req.session.destroy(() => res.redirect('/'));
});

router.get('/online/:room', async (req, res, next) => {
	try {
		const { count } = await edge.channels.presence('presence:' + req.params.room);
		res.json({ count });
	} catch (err) {
		if (err.status === 429) return res.status(429).json({ error: err.message });
		next(err);
	}
});

router.post('/broadcast', async (req, res, next) => {
	try {
		const users = await db.users.all();
		await Promise.all(users.map((u) => edge.channels.publish('private:user-' + u.id, 'news', req.body)));
		res.sendStatus(204);
	} catch (err) {
		next(err);
	}
});

module.exports = router;
