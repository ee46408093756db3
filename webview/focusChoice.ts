/** What is pressed where a period is empty goes away with it: the choice that it has made gets the focus. */
export function focusChoice({ currentTarget }: Event): void {
  if (!(currentTarget instanceof HTMLElement)) return;
  currentTarget.closest('section')?.querySelector<HTMLElement>('.choices select')?.focus();
}
