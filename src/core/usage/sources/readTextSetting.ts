/**
 * The text that an editor's `settings.json` gives a setting; the file is JSON with comments. Of several the last one is valid, as it is for
 * the editor.
 */
export function readTextSetting(settings: string, name: string): string | undefined {
  const literal = JSON.stringify(name).replaceAll('.', '\\.');
  const entry = new RegExp(`^(?!\\s*//).*?${literal}\\s*:\\s*("(?:[^"\\\\\\n]|\\\\.)*")`, 'gm');
  const last = [...settings.matchAll(entry)].at(-1)?.[1];
  try {
    return last === undefined ? undefined : String(JSON.parse(last)) || undefined;
  } catch {
    return undefined;
  }
}
