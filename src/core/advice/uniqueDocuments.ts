import type { AdvisedDocument } from './advice.ts';

/** The same documents, each once. */
export function uniqueDocuments(documents: readonly AdvisedDocument[]): AdvisedDocument[] {
  const plain = documents.map(({ itemId, path, label }) => ({ itemId, path, label }));
  return [...new Map(plain.map((each) => [`${each.itemId}\n${each.path}`, each])).values()];
}
