declare const __VERSION__: string | undefined;

/** The version of Errata Lens, set when it is bundled. */
export const VERSION = typeof __VERSION__ === 'string' ? __VERSION__ : '0.0.0';
