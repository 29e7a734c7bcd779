export * from './ConditionTable';
export * from './conditionTone';
