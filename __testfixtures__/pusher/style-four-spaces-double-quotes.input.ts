import Pusher from "pusher";

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export class Ferry {
    constructor(private readonly id: string) {}

    async depart(at: Date): Promise<void> {
        await pusher.trigger("ferries", "departed", {
            id: this.id,
            at: at.toISOString(),
        });
    }
}
