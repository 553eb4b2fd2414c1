import superagent from 'superagent';

export class RouterAdmin {
  private readonly agent = superagent.agent();

  constructor(private readonly host: string) {}

  async login(password: string): Promise<void> {
    await this.agent.post(`http://${this.host}/login`).send({ password });
  }

  async forget(mac: string): Promise<void> {
    await this.agent.delete(`http://${this.host}/leases/${mac}`);
  }
}
