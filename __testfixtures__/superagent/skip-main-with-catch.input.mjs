import superagent from 'superagent';

async function main() {
  const res = await superagent.get('https://registry.npmjs.org/superagent');
  console.log(res.body['dist-tags'].latest);
}

main().catch((err) => {
  console.error(err.message);
  process.exitCode = 1;
});
