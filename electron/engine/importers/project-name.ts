// A project is known by the last part of its folder, whichever system the path comes from.

/** `/home/sam/shop`, `D:\shop\` and `/home/sam/shop/.claude/worktrees/fix-3` are all "shop". Null for none. */
export function projectName(cwd: string | null): string | null {
  if (cwd === null) return null;
  const parts = pathParts(cwd);
  // An agent's own work tree inside a project is that project.
  const inner = parts.findIndex((part, i) => part.startsWith('.claude') && parts[i + 1] === 'worktrees');
  const last = (inner > 0 ? parts.slice(0, inner) : parts).at(-1);
  return last === undefined || last === '.' || last === '..' || /^[A-Za-z]:$/.test(last) ? null : last;
}

/** The parts of a path of any system. A backslash parts only where the path is Windows' own. */
export const pathParts = (path: string): readonly string[] =>
  path.split(/^[A-Za-z]:|^\\\\|^[^/]*\\/.test(path) ? /[\\/]+/ : /\/+/).filter((part) => part !== '');
