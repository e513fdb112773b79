// The file by which Linux desktops start a program at login (freedesktop.org's autostart rule); macOS and Windows have
// a call for it.

/** Quoted as the rule asks: these four keep their meaning inside double quotes. */
const quoted = (word: string): string =>
  `"${word.replaceAll(/[\\"`$]/gu, String.raw`\$&`).replaceAll('%', '%%')}"`;

export const autostartEntry = (command: readonly string[]): string =>
  [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Slowwave',
    'Comment=Lets your agents sleep on it',
    `Exec=${command.map(quoted).join(' ')}`,
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
