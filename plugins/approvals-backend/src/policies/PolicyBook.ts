import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { cutToLimit } from '@caas/contract';
import type { PolicyProblem } from '@caas/plugin-approvals-common';
import type { Clock } from '../domain/Clock';
import { dayOf } from '../domain/daysBetween';
import type { PolicyDecision } from '../domain/policy';
import type { PolicyQuestion } from './compileCondition';
import { compileRules, PolicyError, type CompiledRules } from './compileRules';
import { decideBy } from './decideBy';

type Options = {
  /** Relative to the working directory. */
  file: string;
  clock: Clock;
  logger: LoggerService;
};

/** What holds now. */
export type PolicyState = {
  file: string;
  rules: CompiledRules;
  readAt: Date;
  /** Why the file as it is now is not what holds. */
  problem?: PolicyProblem;
};

/**
 * The rules in force, from a file that may change while the portal runs.
 *
 * A file that cannot be right at start-up stops the portal: nobody may believe that rules hold which do not. One that breaks
 * later leaves the rules that were in force, and says so in the log with line and column, and to whoever reads the policy. Each replica looks by itself.
 */
export class PolicyBook {
  static open(options: Options): PolicyBook {
    const { file } = options;
    const version = versionOf(file);
    if (version === undefined) {
      throw new InputError(
        `approvals.policiesFile in app-config.yaml names '${file}', which cannot be read (${path.resolve(file)}). Write the path of the approval policies, relative to the working directory of the backend`,
      );
    }
    return new PolicyBook(options, version, read(file));
  }

  private readAt: Date;
  private problem?: PolicyProblem;

  private constructor(
    private readonly options: Options,
    private seen: string | undefined,
    private rules: CompiledRules,
  ) {
    this.readAt = options.clock.now();
  }

  /** The first rule that matches; the default when none does, or when one cannot be evaluated. */
  decide(question: PolicyQuestion): PolicyDecision {
    const today = dayOf(this.options.clock.now().toISOString());
    const decision = decideBy(this.inForce().rules, { ...question, today });
    if (decision.failure) this.options.logger.error(decision.failure.en);
    return decision;
  }

  /** The rules in force, and what is wrong with the file while it is not right. */
  inForce(): PolicyState {
    this.refresh();
    const { rules, readAt, problem } = this;
    return { file: this.options.file, rules, readAt, problem };
  }

  private refresh(): void {
    const { file, logger, clock } = this.options;
    const current = versionOf(file);
    if (current === this.seen) return;
    this.seen = current;
    try {
      this.rules = read(file);
      this.readAt = clock.now();
      this.problem = undefined;
      logger.info(
        `The approval policies in '${file}' were read again: version ${this.rules.version}`,
      );
    } catch (error) {
      this.problem = problemOf(error as Error);
      logger.error(
        `The approval policies stay as they were, version ${this.rules.version}: ${(error as Error).message}`,
      );
    }
  }
}

function problemOf(error: Error): PolicyProblem {
  if (error instanceof PolicyError) {
    return { message: error.why, line: error.line, column: error.column };
  }
  const { message } = error;
  return {
    message: cutToLimit({
      'zh-CN': `无法读取此文件：“${message}”`,
      en: message,
    }),
  };
}

/** Changes when the file does; undefined when it cannot be read. */
function versionOf(file: string): string | undefined {
  const found = statSync(file, { throwIfNoEntry: false });
  return found && `${found.mtimeMs}/${found.size}/${found.ino}`;
}

function read(file: string): CompiledRules {
  return compileRules(readFileSync(file, 'utf8'), file);
}
