/** Parts of the engine that have numbers of their own: what they have new stands in sections that begin with their name. */
export const PARTS = { babelfish: 'Babelfish', plans: 'Query plan management' } as const;
