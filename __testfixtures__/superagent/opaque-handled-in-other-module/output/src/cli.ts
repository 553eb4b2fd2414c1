import { locate } from './geo';

locate(process.argv[2] ?? '127.0.0.1')
  .then((country) => console.log(country))
  .catch((error: Error) => {
    console.error('not located:', error.message);
    process.exitCode = 1;
  });
