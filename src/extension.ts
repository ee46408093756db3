import { type ExtensionContext, StatusBarAlignment, window } from "vscode";

export function activate(context: ExtensionContext): void {
	const item = window.createStatusBarItem(
		"tokenMeter.count",
		StatusBarAlignment.Right,
		100,
	);
	item.name = "Token Meter";
	item.text = "$(symbol-numeric) 0";
	item.show();
	context.subscriptions.push(item);
}
