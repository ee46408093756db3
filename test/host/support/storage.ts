import type { Memento } from 'vscode';

/** VS Code's own interface over a map. */
export function storageOf(map: Map<string, unknown>): Memento {
  return {
    keys: () => [...map.keys()],
    get: <T>(key: string, fallback?: T) => (map.get(key) ?? fallback) as T,
    update: async (key, value) => {
      map.set(key, structuredClone(value));
    },
  };
}
