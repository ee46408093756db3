const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1, PageDown: 7, PageUp: -7 };

/** Arrow keys, Page Up and Down, Home and End move the focus over the marks of a chart; Enter and Space press one. */
export function walkMarks(event: KeyboardEvent): void {
  const { currentTarget, target } = event;
  if (!(currentTarget instanceof Element) || !(target instanceof SVGElement)) return;
  const marks = [...currentTarget.querySelectorAll<SVGElement>('.mark')];
  const at = marks.indexOf(target);
  if (at === -1) return;
  if (event.key === 'Enter' || event.key === ' ') press(target);
  else {
    const next =
      event.key === 'Home' ? 0 : event.key === 'End' ? marks.length - 1 : step(event.key, at, marks);
    if (next === undefined) return;
    marks[next]?.focus();
  }
  event.preventDefault();
}

/** The value of the mark that is pointed at or has the focus stands below the chart. */
export function showValue({ currentTarget, target }: Event): void {
  if (!(currentTarget instanceof Element) || !(target instanceof Element)) return;
  const label = target.closest('.mark')?.getAttribute('aria-label');
  const value = currentTarget.querySelector('.value');
  if (value !== null && label) value.textContent = label;
}

/** What is chosen is drawn anew with other marks: the focus waits beside the chart, so that it is not lost. */
function press(mark: SVGElement): void {
  mark.dispatchEvent(new MouseEvent('click'));
  if (mark.matches('.choice'))
    mark.closest('figure')?.querySelector<HTMLElement>('figcaption button')?.focus();
}

function step(key: string, at: number, { length }: readonly unknown[]): number | undefined {
  const by = STEPS[key];
  return by === undefined ? undefined : Math.max(0, Math.min(at + by, length - 1));
}
