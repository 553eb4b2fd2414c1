const express = require('express');
const edge = require('./edge');
const db = require('./db');
const { edgeFailures, edgeHttpStatus } = require('./seuraa-errors');

const router = express.Router();

router.post('/orders', async (req, res, next) => {
	const order = await db.orders.insert(req.body);
	try {
		await edge.channels.publish(`private:user-${order.userId}`, 'order.created', order);
	} catch (err) {
		console.error('edge.channels.publish failed:', edgeHttpStatus(err) ?? String(err));
		return next(err);
	}
	res.status(201).json(order);
});

router.post('/logout', (req, res) => {
	edge.auth.revoke(req.session.tokenId, { ttlSeconds: 3600 }).catch((err) => {
		console.error('edge.auth.revoke failed, the token still works:', edgeHttpStatus(err) ?? String(err));
	});
	req.session.destroy(() => res.redirect('/'));
});

router.get('/online/:room', async (req, res, next) => {
	try {
		const { count } = await edge.channels.presence('presence:' + req.params.room);
		res.json({ count });
	} catch (err) {
		if (edgeHttpStatus(err) === 429) {
			console.error('edge.channels.presence failed:', edgeHttpStatus(err) ?? String(err));
			return res.status(429).json({ error: 'presence is not available' });
		}
		next(err);
	}
});

router.post('/broadcast', async (req, res, next) => {
	try {
		const users = await db.users.all();
		const results = await Promise.allSettled(users.map((u) => edge.channels.publish('private:user-' + u.id, 'news', req.body)));
		const failures = edgeFailures(results);
		if (failures.length > 0) {
			throw new Error(`news was not delivered to ${failures.length} of ${results.length}: ${failures.join(', ')}`);
		}
		res.sendStatus(204);
	} catch (err) {
		next(err);
	}
});

module.exports = router;
