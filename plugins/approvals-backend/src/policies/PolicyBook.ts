import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  DEFAULT_RULE,
  DEFAULT_STAGES,
  type PolicyDecision,
} from '../domain/policy';
import { firstLine, type PolicyFacts } from './compileCondition';
import { compileRules, type CompiledRules } from './compileRules';

type Options = {
  /** Relative to the working directory. */
  file: string;
  logger: LoggerService;
};

/**
 * The rules in force, from a file that may change while the portal runs.
 *
 * A file that cannot be right at start-up stops the portal: nobody may believe that rules hold which do not. One that breaks
 * later leaves the rules that were in force, and says so in the log with line and column. Each replica looks by itself.
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

  private constructor(
    private readonly options: Options,
    private seen: string | undefined,
    private rules: CompiledRules,
  ) {}

  /** The first rule that matches; the default when none does, or when one cannot be evaluated. */
  decide(facts: PolicyFacts): PolicyDecision {
    this.refresh();
    const { version, rules } = this.rules;
    for (const rule of rules) {
      try {
        if (rule.matches(facts)) {
          return {
            rule: rule.name,
            version,
            stages: rule.stages ?? [],
            automaticReason: rule.automatic?.reason,
          };
        }
      } catch (error) {
        // Going on with the next rule could pass over the strict one.
        const failure = `The rule '${rule.name}' could not be evaluated for a request of kind '${facts.kind}': ${firstLine((error as Error).message)}`;
        this.options.logger.error(failure);
        return { rule: DEFAULT_RULE, version, stages: DEFAULT_STAGES, failure };
      }
    }
    return { rule: DEFAULT_RULE, version, stages: DEFAULT_STAGES };
  }

  private refresh(): void {
    const { file, logger } = this.options;
    const current = versionOf(file);
    if (current === this.seen) return;
    this.seen = current;
    try {
      this.rules = read(file);
      logger.info(
        `The approval policies in '${file}' were read again: version ${this.rules.version}`,
      );
    } catch (error) {
      logger.error(
        `The approval policies stay as they were, version ${this.rules.version}: ${(error as Error).message}`,
      );
    }
  }
}

/** Changes when the file does; undefined when it cannot be read. */
function versionOf(file: string): string | undefined {
  const found = statSync(file, { throwIfNoEntry: false });
  return found && `${found.mtimeMs}/${found.size}/${found.ino}`;
}

function read(file: string): CompiledRules {
  return compileRules(readFileSync(file, 'utf8'), file);
}
