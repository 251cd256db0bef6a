import { execFileSync } from 'node:child_process';
import { CommandError } from '../command-line.ts';

/** Git, in one folder. Every method throws CommandError with git's own words. */
export class Repository {
  private readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  /** Changed, new and staged files, a line each as `git status --short` says them. */
  changes(): string[] {
    return this.git('status', '--porcelain').split('\n').filter(Boolean);
  }

  hasTag(tag: string): boolean {
    return this.git('tag', '--list', tag).trim() !== '';
  }

  commit(message: string, files: readonly string[]): void {
    this.git('commit', '--quiet', '--message', message, '--', ...files);
  }

  /** With a message, so that `git describe` and the release page know it. */
  tag(tag: string, message: string): void {
    this.git('tag', '--annotate', '--cleanup=whitespace', '--message', message, tag);
  }

  private git(...args: string[]): string {
    try {
      return execFileSync('git', args, { cwd: this.root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    } catch (error) {
      const { stderr, message } = error as { stderr?: string; message: string };
      throw new CommandError(`git ${args[0]}: ${stderr?.trim() || message}`);
    }
  }
}
