import { Injectable } from '@nestjs/common';
import superagent from 'superagent';

@Injectable()
export class WeatherService {
  async now(city: string): Promise<number> {
    try {
      const { body } = await superagent.get('https://weather.example.com/now').query({ city });
      return body.temp;
    } catch (err) {
      const { status, code, message } = err as { status?: number; code?: string; message?: string };
      console.error('superagent.get failed:', { status, code, message });
      throw err;
    }
  }
}
