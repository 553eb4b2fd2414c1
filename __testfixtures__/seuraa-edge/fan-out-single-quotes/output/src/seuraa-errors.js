// Seuraa Edge: what a `server.error` means, whether a publish arrived, and the status that a rejection's text holds.

/** The class of an error code. A code that is newer than this table is never repeated. */
function edgeFate(code) {
	switch (code) {
		case 'authorization.subscribe_denied':
		case 'authorization.publish_denied':
			return 'auth';
		case 'channel.not_subscribed':
			return 'state';
		case 'rate_limit.exceeded':
		case 'rate_limit.unavailable':
		case 'service.unavailable':
			return 'backoff';
		default:
			return 'never';
	}
}

/** Says what a `server.error` refuses; null for every other event. */
function edgeRefusal(event) {
	const { type, code = 'unknown', channel, nodeId, serverTime } = event ?? {};
	if (type !== 'server.error') return null;
	const where = [channel, nodeId, serverTime].filter((part) => part !== undefined);
	return [`${code} (${edgeFate(code)})`, ...where].join(', ');
}

/** The codes that can refuse a publish. */
const PUBLISH_REFUSALS = new Set([
	'authorization.publish_denied',
	'channel.not_subscribed',
	'event.name_required',
	'payload.too_large',
	'rate_limit.exceeded',
	'rate_limit.unavailable',
	'service.unavailable',
]);

/**
 * Publishes, and waits for the server's `publish.accepted`. Rejects where the socket is away, where nothing comes in
 * time, and on a refusal; a refusal names no publish, so of several in flight it may be another one's.
 */
function publishConfirmed(channel, name, data, waitMs = 5000) {
	return new Promise((resolve, reject) => {
		let id = '';
		const early = [];
		let timer;
		const stop = channel.onRawEvent((event) => {
			if (id === '') early.push(event);
			else look(event);
		});
		const end = (problem) => {
			clearTimeout(timer);
			stop();
			if (problem === null) resolve(id);
			else reject(new Error(`${name}: ${problem}`));
		};
		const look = (event) => {
			const { type, code = 'unknown', clientEventId } = event ?? {};
			if (type === 'publish.accepted' && clientEventId === id) end(null);
			if (type === 'server.error' && PUBLISH_REFUSALS.has(code)) end(code);
		};
		const { sent, clientEventId } = channel.publish(name, data);
		id = clientEventId;
		if (!sent) return end('the socket is away');
		timer = setTimeout(() => end('not confirmed'), waitMs);
		early.forEach(look);
	});
}

/** Publishes, and says whether the server accepted it in time. */
function publishAccepted(channel, name, data) {
	return publishConfirmed(channel, name, data).then(
		() => true,
		() => false,
	);
}

/**
 * Gives a function that repeats what was refused: only for codes of the class backoff, after a growing wait with
 * jitter, and a few times; a quiet minute starts anew. It says whether it will.
 */
function edgeRepeats(most = 4) {
	let tries = 0;
	let last = 0;
	return (code, repeat) => {
		if (Date.now() - last > 60000) tries = 0;
		last = Date.now();
		if (edgeFate(code) !== 'backoff' || tries >= most) return false;
		setTimeout(repeat, 500 * 2 ** tries++ + Math.random() * 250);
		return true;
	};
}

/** The HTTP status in the text with which the backend SDK rejects; undefined where there was no answer. */
function edgeHttpStatus(err) {
	const text = err instanceof Error ? err.message : '';
	const status = /^edge (?:publish|presence|token revocation) failed with status (\d{3})\b/;
	const found = status.exec(text);
	return found ? Number(found[1]) : undefined;
}

/** Whether the same call, with the same `clientEventId`, may be made again: after 429, 503, or a lost answer. */
function edgeMayRepeat(err) {
	const status = edgeHttpStatus(err);
	return status === undefined || status === 429 || status === 503;
}

/** What failed of `Promise.allSettled`, each with its place and status. */
function edgeFailures(results) {
	return results.flatMap((result, index) =>
		result.status === 'rejected' ? [`#${index}: ${edgeHttpStatus(result.reason) ?? String(result.reason)}`] : [],
	);
}

module.exports = {
	edgeFate,
	edgeRefusal,
	publishConfirmed,
	publishAccepted,
	edgeRepeats,
	edgeHttpStatus,
	edgeMayRepeat,
	edgeFailures,
};
