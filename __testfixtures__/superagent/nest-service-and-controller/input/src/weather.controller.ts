import { Controller, Get, Param } from '@nestjs/common';
import { WeatherService } from './weather.service';

@Controller('weather')
export class WeatherController {
  constructor(private readonly weather: WeatherService) {}

  @Get(':city')
  async now(@Param('city') city: string) {
    return { city, temperature: await this.weather.now(city) };
  }
}
