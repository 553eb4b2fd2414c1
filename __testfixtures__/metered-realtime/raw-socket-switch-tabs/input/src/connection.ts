import { EventEmitter } from "node:events";
import WebSocket from "ws";
import { label } from "./label.js";

const ENDPOINT = "wss://rms.metered.ca/v1";

interface QueuedFrame {
	type: string;
	channel: string;
	data?: unknown;
}

export class Connection extends EventEmitter {
	private socket: WebSocket | null = null;
	private queue: QueuedFrame[] = [];
	private attempts = 0;
	private closed = false;

	constructor(private readonly token: () => Promise<string>) {
		super();
	}

	async open(): Promise<void> {
		const token = await this.token();
		this.socket = new WebSocket(`${ENDPOINT}?token=${encodeURIComponent(token)}`);
		this.socket.on("open", () => {
			this.attempts = 0;
			this.flush();
		});
		this.socket.on("message", (raw: Buffer) => {
			const frame = JSON.parse(raw.toString());
			switch (frame.type) {
				case "message":
					this.emit("message", frame.channel, frame.data);
					break;
				case "presence":
					this.emit("presence", frame);
					break;
			}
		});
		this.socket.on("close", () => {
			this.socket = null;
			if (!this.closed) {
				this.attempts++;
				setTimeout(() => void this.open(), Math.min(1000 * 2 ** this.attempts, 30000));
			}
		});
	}

	publish(channel: string, data: unknown): void {
		const frame = { type: "publish", channel, data };
		if (this.socket?.readyState === WebSocket.OPEN) {
			this.socket.send(JSON.stringify(frame));
		} else {
			this.queue.push(frame);
			console.info(label, channel, "queued");
		}
	}

	private flush(): void {
		for (const frame of this.queue) {
			this.socket?.send(JSON.stringify(frame));
		}
		this.queue = [];
	}

	close(): void {
		this.closed = true;
		this.socket?.close(1000);
	}
}
