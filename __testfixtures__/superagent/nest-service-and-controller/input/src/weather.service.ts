import { Injectable } from '@nestjs/common';
import superagent from 'superagent';

@Injectable()
export class WeatherService {
  async now(city: string): Promise<number> {
    const { body } = await superagent.get('https://weather.example.com/now').query({ city });
    return body.temp;
  }
}
