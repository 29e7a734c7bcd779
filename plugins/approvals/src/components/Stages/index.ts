export { DecisionList } from './DecisionList';
export { StageList } from './StageList';
export * from './StageRule';
