import type { SuperAgentStatic } from 'superagent';

export class Geocoder {
  constructor(private readonly http: SuperAgentStatic) {}

  async find(q: string): Promise<object> {
    try {
      const res = await this.http.get('https://maps.example.com/search').query({ q });
      return res.body[0];
    } catch (err) {
      const { status, code, message } = err as { status?: number; code?: string; message?: string };
      console.error('superagent.get failed:', { status, code, message });
      throw err;
    }
  }
}
