const client = require('./client');

client.purge(process.argv[2], process.argv[3]).catch((err) => {
  console.error(err.message);
  process.exitCode = 1;
});
