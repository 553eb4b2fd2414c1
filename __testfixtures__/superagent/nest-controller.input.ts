import { Controller, Get, Param } from '@nestjs/common';
import * as superagent from 'superagent';

@Controller('postcodes')
export class PostcodesController {
  @Get(':code')
  async find(@Param('code') code: string) {
    const res = await superagent.get(`https://postcodes.example.com/${code}`);
    return res.body.result;
  }
}
