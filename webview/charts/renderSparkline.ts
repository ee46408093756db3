import { html, nothing, type TemplateResult } from 'lit';

const [WIDTH, HEIGHT] = [100, 24];

/** A line without axes, beside a number that says what matters; unknown values are gaps. */
export function renderSparkline(values: readonly (number | null)[]): TemplateResult | typeof nothing {
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return nothing;
  const [lowest, highest] = [Math.min(...known), Math.max(...known)];
  const x = (index: number) => (index / (values.length - 1)) * WIDTH;
  const y = (value: number) =>
    highest === lowest ? HEIGHT / 2 : HEIGHT - 1 - ((value - lowest) / (highest - lowest)) * (HEIGHT - 2);
  let isDown = false;
  const path = values.map((value, index) => {
    if (value === null) {
      isDown = false;
      return '';
    }
    const step = `${isDown ? 'L' : 'M'}${x(index).toFixed(1)} ${y(value).toFixed(1)}`;
    isDown = true;
    return step;
  });
  return html`<svg class="sparkline" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true"><path d=${path.join('')}></path></svg>`;
}
