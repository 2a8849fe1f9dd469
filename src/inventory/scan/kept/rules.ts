/** Of everything that decides what a scan finds; the build puts it in. */
declare const __RULES__: string | undefined;

/** Which rules a scan was read by. Null where the code was not built: it may be another one the next time. */
export const RULES: string | null = typeof __RULES__ === 'string' ? __RULES__ : null;
