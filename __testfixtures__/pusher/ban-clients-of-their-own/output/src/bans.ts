export declare function saveBan(userId: string): Promise<void>;
