export declare function auth(): Promise<{ user: { id: string; name: string } } | null>;
