declare const __VERSION__: string | undefined;

/** Version of Errata Lens; the bundler sets it. */
export const VERSION = typeof __VERSION__ === 'string' ? __VERSION__ : '0.0.0';
