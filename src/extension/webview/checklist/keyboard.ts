/** Lets arrow keys, Home and End move the focus within a list; Tab leaves the list. */
export function moveByArrows(container: HTMLElement, selector: string): void {
  container.addEventListener('keydown', (event) => {
    const stops = [...container.querySelectorAll<HTMLElement>(selector)];
    const target = event.target as Element;
    // On a button within a check, an arrow key starts from that check.
    const current = stops.findIndex(
      (stop) => stop === target || stop.closest('.row')?.contains(target) === true,
    );
    if (current < 0) return;
    const next = stops[nextIndex(event.key, current, stops.length)];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
  });
}

function nextIndex(key: string, current: number, count: number): number {
  switch (key) {
    case 'ArrowDown':
      return Math.min(current + 1, count - 1);
    case 'ArrowUp':
      return Math.max(current - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return -1;
  }
}
