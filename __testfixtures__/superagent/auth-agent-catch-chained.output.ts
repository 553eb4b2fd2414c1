import superagent from 'superagent';

export class Cart {
  private agent = superagent.agent();

  add(sku: string): Promise<boolean> {
    return this.agent
      .post('/cart')
      .send({ sku })
      .then(() => true)
      .catch((err) => {
        if (err.status === 401 || err.status === 403) {
          console.error(
            'agent.post was refused, the session may have expired:',
            err.message,
          );
        }
        console.error('not added:', sku, err.status);
        return false;
      });
  }
}
