import type { SuperAgentStatic } from 'superagent';

export class Geocoder {
  constructor(private readonly http: SuperAgentStatic) {}

  async find(q: string): Promise<object> {
    const res = await this.http.get('https://maps.example.com/search').query({ q });
    return res.body[0];
  }
}
