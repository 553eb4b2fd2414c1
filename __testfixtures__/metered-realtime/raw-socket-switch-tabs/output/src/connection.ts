import { EventEmitter } from "node:events";
import WebSocket from "ws";
import { label } from "./label.js";
import { afterClose, isWelcome, noteGoingAway, refusalOf, sendFrame } from "./metered-frames.js";

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
		this.socket.on("error", (err) => {
			console.error("metered-realtime socket failed:", err.message.split("?")[0]);
		});
		this.socket.on("message", (raw) => {
			if (!isWelcome(raw)) return;
			this.attempts = 0;
			this.flush();
		});
		this.socket.on("message", (raw: Buffer) => {
			let frame: ReturnType<typeof JSON.parse>;
			try {
				frame = JSON.parse(raw.toString());
			} catch (err) {
				console.error("metered-realtime sent an unreadable frame:", String(err));
				return;
			}
			const refusal = refusalOf(frame);
			if (refusal) console.error("metered-realtime refused:", refusal);
			noteGoingAway(frame);
			switch (frame.type) {
				case "message":
					this.emit("message", frame.channel, frame.data);
					break;
				case "presence":
					this.emit("presence", frame);
					break;
			}
		});
		this.socket.on("close", (code) => {
			this.socket = null;
			if (!this.closed) {
				this.attempts++;
				const next = afterClose(code);
				console.error("metered-realtime:", next.why);
				if (!next.stop) setTimeout(() => void this.open(), Math.max(Math.min(1000 * 2 ** this.attempts, 30000), next.waitMs));
			}
		});
	}

	publish(channel: string, data: unknown): void {
		const frame = { type: "publish", channel, data };
		if (this.socket?.readyState === WebSocket.OPEN) {
			sendFrame(this.socket, frame).catch((err: unknown) => {
				console.error("publish failed:", String(err));
			});
		} else {
			this.queue.push(frame);
			console.info(label, channel, "queued");
		}
	}

	private flush(): void {
		for (const frame of this.queue) {
			if (this.socket?.readyState === 1) {
				this.socket?.send(JSON.stringify(frame));
			} else {
				console.error("metered-realtime frame not sent, socket state:", this.socket?.readyState);
			}
		}
		this.queue = [];
	}

	close(): void {
		this.closed = true;
		this.socket?.close(1000);
	}
}
