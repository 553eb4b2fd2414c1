import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { Writable, type Duplex } from "node:stream";
import type { Clock } from "./clock.ts";
import { digestOf } from "./content.ts";
import type { FaultName } from "./faults.ts";
import type { DestinationRecord } from "./types.ts";

/** A stream that the program writes to, and where its bytes can be read afterwards. */
interface Destination {
  readonly stream: Writable;
  readonly read: () => Buffer;
  /** True when all is written, or read where the program returned the stream. */
  readonly isEnded?: () => boolean;
}

/** The files and streams of one cell. All of them share what the fault does to destinations. */
export class Destinations {
  private readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), "sadpath-proof-"));
  private readonly all: Destination[] = [];

  constructor(
    private readonly fault: FaultName,
    private readonly clock: Clock,
  ) {}

  /** The path that the program is given; every path that it opens for writing leads to a file like it. */
  get file(): string {
    return path.join(this.folder, "download.bin");
  }

  /** The Writable that the program is given. */
  createStream(): Writable {
    if (this.fault !== "dest-full" && this.fault !== "dest-destroyed") return this.createFile(this.file);
    const pieces: Buffer[] = [];
    const isFull = this.fault === "dest-full";
    const stream = new Writable({
      write: (piece: Buffer, _encoding, done) => {
        const error = Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
        if (isFull && pieces.length === 2) return done(error);
        pieces.push(piece);
        done();
      },
    });
    this.all.push({ stream, read: () => Buffer.concat(pieces) });
    return stream;
  }

  /** What the program gets from `fs.createWriteStream`: a real file, in the folder of this cell. */
  readonly createFile = (
    target: fs.PathLike,
    options?: Parameters<typeof fs.createWriteStream>[1],
  ): fs.WriteStream => {
    const file = this.place(String(target));
    const given = typeof options === "string" ? { encoding: options } : options;
    const stream = fs.createWriteStream(
      file,
      this.fault === "dest-missing" ? { ...given, fs: this.slowFileSystem } : given,
    );
    this.all.push({ stream, read: () => (fs.existsSync(file) ? fs.readFileSync(file) : Buffer.alloc(0)) });
    return stream;
  };

  /** A stream that the program returned: its reader takes the place of a destination. */
  adopt(stream: Duplex): void {
    const pieces: Buffer[] = [];
    stream.on("data", (piece: Buffer) => pieces.push(piece));
    this.all.push({ stream, read: () => Buffer.concat(pieces), isEnded: () => stream.readableEnded });
  }

  has(stream: unknown): boolean {
    return this.all.some((destination) => destination.stream === stream);
  }

  /** A third party destroys what is there. */
  destroy(): void {
    for (const { stream } of this.all) stream.destroy();
  }

  get isAnyOpen(): boolean {
    return this.all.some((destination) => stateOf(destination) === "open");
  }

  describe(): DestinationRecord[] {
    return this.all.map((destination) => {
      const { stream, read } = destination;
      // /dev/full reads as an endless row of zeros
      const bytes = this.fault === "dest-full" && stream instanceof fs.WriteStream ? Buffer.alloc(0) : read();
      return { state: stateOf(destination), bytes: bytes.length, digest: digestOf(bytes) };
    });
  }

  remove(): void {
    this.destroy();
    fs.rmSync(this.folder, { recursive: true, force: true });
  }

  /** Real, but for a file that takes its time to open: else it would race with the connection. */
  private readonly slowFileSystem = {
    open: (...args: Parameters<typeof fs.open>) => this.clock.after(10, () => fs.open(...args)),
    write: fs.write,
    writev: fs.writev,
    close: fs.close,
  };

  private place(target: string): string {
    if (this.fault === "dest-missing") return path.join(this.folder, "no-such-folder", "download.bin");
    if (this.fault === "dest-full") return "/dev/full";
    return path.join(this.folder, `${this.all.length}-${path.basename(target)}`);
  }
}

function stateOf({ stream, isEnded }: Destination): DestinationRecord["state"] {
  if (isEnded ? isEnded() : stream.writableFinished) return "finished";
  return stream.destroyed ? "destroyed" : "open";
}
