/** Errata Lens for assistants: the Model Context Protocol over standard input and output, or on loopback. */
export { serveHttp } from './transport/http.ts';
export { serveStdio } from './transport/stdio.ts';
export { ReadableFolders } from './readable-folders.ts';
export { callTool, describeTools, refusalMessage } from './toolbox.ts';
export type { ToolContext } from './tool-context.ts';
