const PICO = 1e12;

/** Exact millionths of a millionth of a dollar as the nearest number of dollars. */
export function toUsd(picoUsd: bigint): number {
  return Number(picoUsd) / PICO;
}
