/** Calls the built function as AWS Lambda does, and prints its answer as the last line. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const file = path.resolve(import.meta.dirname, '../../../deploy/lambda/index.mjs');
const { handler } = (await import(pathToFileURL(file).href)) as {
  handler: (event: unknown) => Promise<unknown>;
};
try {
  console.log(JSON.stringify(await handler({})));
} catch (error) {
  console.log(JSON.stringify({ errorMessage: error instanceof Error ? error.message : String(error) }));
}
