export declare function auth(): Promise<{ user: { id: string } }>;
