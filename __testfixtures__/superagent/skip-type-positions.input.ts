import type superagent from 'superagent';
import type { SuperAgentRequest } from 'superagent';

export interface Client {
  get: typeof superagent.get;
  last?: SuperAgentRequest;
}

export function describe(res: superagent.Response): string {
  return `${res.status} ${res.type}`;
}
