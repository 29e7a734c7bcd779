/** Fields as whoever sends them writes them: `any`, because nothing of them is known before it has been looked at. */
export type Loose = Record<string, any>;
