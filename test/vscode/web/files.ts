import * as vscode from 'vscode';

/** Opens the files of files.json as folders at `opened:`: an editor in a browser has no disk. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const written = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(context.extensionUri, 'files.json'));
  const texts = new Map(
    Object.entries(JSON.parse(new TextDecoder().decode(written)) as Record<string, string>),
  );
  const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const bytesOf = (uri: vscode.Uri): Uint8Array => {
    const text = texts.get(uri.path);
    if (text === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return new TextEncoder().encode(text);
  };
  const namesIn = ({ path }: vscode.Uri): [string, vscode.FileType][] => {
    const names = new Map<string, vscode.FileType>();
    for (const file of texts.keys()) {
      const [name = '', below] = file.startsWith(`${path}/`) ? file.slice(path.length + 1).split('/') : [];
      if (name !== '')
        names.set(name, below === undefined ? vscode.FileType.File : vscode.FileType.Directory);
    }
    return [...names];
  };
  const provider: vscode.FileSystemProvider = {
    onDidChangeFile: changed.event,
    watch: () => new vscode.Disposable(() => undefined),
    stat(uri) {
      const isFolder = !texts.has(uri.path) && namesIn(uri).length > 0;
      const type = isFolder ? vscode.FileType.Directory : vscode.FileType.File;
      return { type, ctime: 0, mtime: 0, size: isFolder ? 0 : bytesOf(uri).length };
    },
    readDirectory: namesIn,
    readFile: bytesOf,
    writeFile(uri, content) {
      texts.set(uri.path, new TextDecoder().decode(content));
      changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
    },
    createDirectory: () => undefined,
    delete: () => undefined,
    rename: () => undefined,
  };
  context.subscriptions.push(vscode.workspace.registerFileSystemProvider('opened', provider));
}
