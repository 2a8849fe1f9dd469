import { startChanges } from './changes.ts';
import { startSearch } from './search.ts';

// One script for both pages with answers: they share nearly all of it, and the browser caches it.
const form = document.querySelector<HTMLFormElement>('form.asks');
if (form?.dataset.product === undefined) startSearch();
else startChanges();
