import { html, type TemplateResult } from 'lit';

/** A list to choose one from, with its title; `titles` are in the order of the list. */
export function renderSelect<T extends string>(
  title: string,
  titles: Readonly<Record<T, () => string>>,
  chosen: T,
  choose: (value: T) => void,
): TemplateResult {
  const values = Object.keys(titles) as T[];
  const onChange = ({ target }: Event) => {
    const value = values.find((each) => target instanceof HTMLSelectElement && each === target.value);
    if (value !== undefined) choose(value);
  };
  return html`
    <label>${title}
      <select aria-label=${title} @change=${onChange}>
        ${values.map((value) => html`<option value=${value} .selected=${value === chosen}>${titles[value]()}</option>`)}
      </select>
    </label>
  `;
}
