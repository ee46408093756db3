import { lintSource } from '@secretlint/core';
import { creator } from '@secretlint/secretlint-rule-preset-recommend';

const PREFIX = '@secretlint/secretlint-rule-';

/** The rules that secretlint itself, with its preset as it comes, reports; comments in the text are obeyed. */
export async function lintWithPreset(content: string, fileName = 'file.txt'): Promise<string[]> {
  const { messages } = await lintSource({
    source: {
      filePath: fileName,
      ext: fileName.slice(fileName.lastIndexOf('.')),
      content,
      contentType: 'text',
    },
    options: { config: { rules: [{ id: creator.meta.id, rule: creator }] }, noPhysicFilePath: true },
  });
  return messages.map(({ ruleId }) => ruleId.slice(PREFIX.length));
}
