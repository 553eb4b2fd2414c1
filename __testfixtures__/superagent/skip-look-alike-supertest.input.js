const request = require('supertest');
const app = require('./app');

async function smoke() {
  await request(app).get('/health').expect(200);
  request(app).post('/orders').send({ id: 1 }).end();
  const agent = request.agent(app);
  await agent.get('/me');
}

module.exports = smoke;
