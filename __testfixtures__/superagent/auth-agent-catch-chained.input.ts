import superagent from 'superagent';

export class Cart {
  private agent = superagent.agent();

  add(sku: string): Promise<boolean> {
    return this.agent
      .post('/cart')
      .send({ sku })
      .then(() => true)
      .catch((err) => {
        console.error('not added:', sku, err.status);
        return false;
      });
  }
}
