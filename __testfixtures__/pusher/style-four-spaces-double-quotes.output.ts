import Pusher from "pusher";

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export class Ferry {
    constructor(private readonly id: string) {}

    async depart(at: Date): Promise<void> {
        try {
            await pusher.trigger("ferries", "departed", {
                id: this.id,
                at: at.toISOString(),
            });
        } catch (err) {
            if (err instanceof Pusher.RequestError) {
                console.error(
                    "pusher.trigger failed:",
                    err.status,
                    err.message,
                );
            } else {
                console.error(
                    "pusher.trigger failed:",
                    String(err).split("?")[0],
                );
            }
            throw err;
        }
    }
}
