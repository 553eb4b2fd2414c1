import superagent from 'superagent';

export class RouterAdmin {
  private readonly agent = superagent.agent();

  constructor(private readonly host: string) {}

  async login(password: string): Promise<void> {
    try {
      await this.agent.post(`http://${this.host}/login`).send({ password });
    } catch (err) {
      const { status, code, message } = err as {
        status?: number;
        code?: string;
        message?: string;
      };
      if (status === 401 || status === 403) {
        console.error(
          'agent.post was refused, the session may have expired:',
          { status, code, message },
        );
      } else {
        console.error('agent.post failed:', { status, code, message });
      }
      throw err;
    }
  }

  async forget(mac: string): Promise<void> {
    try {
      await this.agent.delete(`http://${this.host}/leases/${mac}`);
    } catch (err) {
      const { status, code, message } = err as {
        status?: number;
        code?: string;
        message?: string;
      };
      if (status === 401 || status === 403) {
        console.error(
          'agent.delete was refused, the session may have expired:',
          { status, code, message },
        );
      } else {
        console.error('agent.delete failed:', { status, code, message });
      }
      throw err;
    }
  }
}
