/** Standard output of a command that runs in this process. */
export async function outputOf(command: () => Promise<unknown>): Promise<string> {
  const write = process.stdout.write.bind(process.stdout);
  let printed = '';
  process.stdout.write = (part: string | Uint8Array) => {
    printed += typeof part === 'string' ? part : Buffer.from(part).toString('utf8');
    return true;
  };
  try {
    await command();
  } finally {
    process.stdout.write = write;
  }
  return printed;
}
