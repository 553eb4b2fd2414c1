import { Controller, Get, Param } from '@nestjs/common';
import * as superagent from 'superagent';

@Controller('postcodes')
export class PostcodesController {
  @Get(':code')
  async find(@Param('code') code: string) {
    try {
      const res = await superagent.get(`https://postcodes.example.com/${code}`);
      return res.body.result;
    } catch (err) {
      const { status, code, message } = err as {
        status?: number;
        code?: string;
        message?: string;
      };
      console.error('superagent.get failed:', { status, code, message });
      throw err;
    }
  }
}
