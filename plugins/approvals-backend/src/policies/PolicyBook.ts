import { readFileSync, statSync } from 'node:fs';
import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  DEFAULT_RULE,
  DEFAULT_STAGES,
  type PolicyDecision,
} from '../domain/policy';
import {
  compileRules,
  type CompiledRules,
  type PolicyFacts,
} from './compileRules';

/**
 * The rules in force, from a file that may change while the portal runs.
 *
 * A file that cannot be right at start-up stops the portal: nobody may believe that rules hold which do not. One that breaks
 * later leaves the rules that were in force, and says so in the log with line and column.
 */
export class PolicyBook {
  private rules: CompiledRules;
  private readAt: number;

  static open(options: { file: string; logger: LoggerService }): PolicyBook {
    return new PolicyBook(options.file, options.logger);
  }

  private constructor(
    private readonly file: string,
    private readonly logger: LoggerService,
  ) {
    this.readAt = statSync(file).mtimeMs;
    this.rules = compileRules(readFileSync(file, 'utf8'), file);
  }

  /** The first rule that matches; the default when none does, or when one cannot be evaluated. */
  decide(facts: PolicyFacts): PolicyDecision {
    this.refresh();
    const { version, rules } = this.rules;
    for (const rule of rules) {
      let matches: boolean;
      try {
        matches = rule.matches(facts);
      } catch (error) {
        const failure = `The rule '${rule.name}' could not be evaluated for a request of kind '${facts.kind}': ${(error as Error).message.split('\n')[0]}`;
        this.logger.error(failure);
        return { rule: DEFAULT_RULE, version, stages: DEFAULT_STAGES, failure };
      }
      if (matches) {
        return {
          rule: rule.name,
          version,
          stages: rule.stages ?? [],
          automaticReason: rule.automatic?.reason,
        };
      }
    }
    return { rule: DEFAULT_RULE, version, stages: DEFAULT_STAGES };
  }

  private refresh(): void {
    try {
      const changedAt = statSync(this.file).mtimeMs;
      if (changedAt === this.readAt) return;
      this.readAt = changedAt;
      this.rules = compileRules(readFileSync(this.file, 'utf8'), this.file);
      this.logger.info(
        `The approval policies in '${this.file}' were read again`,
      );
    } catch (error) {
      this.logger.error(
        `The approval policies were not changed, because the new ones cannot be right: ${(error as Error).message}`,
      );
    }
  }
}
