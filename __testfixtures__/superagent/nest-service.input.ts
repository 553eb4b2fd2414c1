import { Injectable } from '@nestjs/common';
import superagent from 'superagent';

@Injectable()
export class SmsService {
  async send(to: string, text: string): Promise<string> {
    const { body } = await superagent
      .post('https://sms.example.com/messages')
      .auth(process.env.SMS_USER!, process.env.SMS_PASSWORD!)
      .send({ to, text });
    return body.id;
  }
}
