import superagent from 'superagent';

async function main() {
  const [, , name] = process.argv;
  const res = await superagent.get(`https://registry.npmjs.org/${name}`);
  console.log(res.body['dist-tags'].latest);
}

main();
