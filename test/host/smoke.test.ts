import { equal, ok } from 'node:assert/strict';
import { commands, extensions } from 'vscode';

describe('the extension', () => {
  it('activates', async () => {
    const extension = extensions.getExtension('token-meter.token-meter');
    ok(extension, 'VS Code knows the extension');
    await extension.activate();
    equal(extension.isActive, true);
  });

  it('registers every command it contributes', async () => {
    const manifest = extensions.getExtension('token-meter.token-meter')?.packageJSON;
    const contributed: { command: string }[] = manifest?.contributes?.commands ?? [];
    const registered = new Set(await commands.getCommands(true));
    const missing = contributed.filter(({ command }) => !registered.has(command));
    equal(missing.map(({ command }) => command).join(), '');
  });
});
