import type { IncomingMessage } from 'node:http';

export const userOf = (req: IncomingMessage) => ({ id: String(req.headers['x-user']) });
