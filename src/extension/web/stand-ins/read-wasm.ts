/** For syntax/read-wasm.ts: grammars come from the extension's own files, packed by gzip, which every browser unpacks. */
import path from 'node:path';
import type { EditorHost } from '../protocol.ts';

let host: Pick<EditorHost, 'ownFile'> | null = null;

/** Says who has the files. */
export function readOwnFilesBy(asked: Pick<EditorHost, 'ownFile'>): void {
  host = asked;
}

export async function readWasm(inPackage: string): Promise<Uint8Array> {
  if (host === null) throw new Error('nobody has the files of the extension');
  const packed = await host.ownFile(`grammars/${path.basename(inPackage)}.gz`);
  const unpacked = new Blob([packed as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}
