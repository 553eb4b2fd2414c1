const superagent = require('superagent');

exports.coordinates = (address) =>
  new Promise(async (resolve, reject) => {
    try {
      const { body } = await superagent.get('https://maps.example.com/geocode').query({ address });
      if (!body.results.length) return reject(new Error('unknown address'));
      resolve(body.results[0].location);
    } catch (err) {
      const { status, code, message } = err;
      console.error('superagent.get or the code around it failed:', { status, code, message });
    }
  });
