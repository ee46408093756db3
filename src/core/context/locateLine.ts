import type { DocumentPlace } from './measuredScope.ts';

/** A document that has a line of the rendered text; `line`, from 1, is that of its file where it is a part of the file as it is. */
export type LineLocation = { place: DocumentPlace; line?: number };

/** Whose line `textLine`, from 0, of a rendered text is; nothing for lines of the task and of what stands around documents. */
export function locateLine(places: readonly DocumentPlace[], textLine: number): LineLocation | undefined {
  const place = places.find(
    ({ textLine: start, lineCount }) => start <= textLine && textLine < start + lineCount,
  );
  if (place?.firstLine === undefined) return place && { place };
  return { place, line: place.firstLine + textLine - place.textLine };
}
