import { createWriteStream } from 'node:fs';
import superagent from 'superagent';

export class ReleaseDownloader {
  constructor(private readonly baseUrl: string) {}

  download(version: string, file: string): void {
    superagent.get(`${this.baseUrl}/${version}.tar.gz`).redirects(5).pipe(createWriteStream(file));
  }
}
