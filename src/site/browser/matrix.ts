/** Filters of the matrix, which only hide rows. */
const form = document.querySelector<HTMLFormElement>('form.asks');
const rows = [...document.querySelectorAll<HTMLTableRowElement>('table.matrix tbody tr')].map((row) => ({
  row,
  words: `${row.cells[0]?.textContent ?? ''} ${row.dataset.c ?? ''}`.toLowerCase(),
  impacts: new Set(row.dataset.i?.split(' ')),
  versions: new Set(row.dataset.v?.split(' ').map((number) => Number.parseInt(number, 36))),
}));

function filterRows(form: HTMLFormElement): void {
  const values = new FormData(form);
  const of = (name: string): string => {
    const value = values.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const [words, version, urgency, impact] = [
    of('words').toLowerCase(),
    of('version'),
    of('urgency'),
    of('impact'),
  ];
  let shown = 0;
  for (const each of rows) {
    const fits =
      each.words.includes(words) &&
      (version === '' || each.versions.has(Number(version))) &&
      (urgency === '' || each.row.dataset.u === urgency) &&
      (impact === '' || each.impacts.has(impact));
    each.row.hidden = !fits;
    if (fits) shown++;
  }
  const output = form.querySelector('output');
  if (output !== null) output.value = (output.dataset.shown ?? '').replace('-1', String(shown));
}

if (form !== null) {
  form.hidden = false;
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', () => filterRows(form));
  filterRows(form);
}
